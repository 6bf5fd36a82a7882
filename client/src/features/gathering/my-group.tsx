import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { inTurn } from "../running/turns.js";
import type { Group } from "./now-card.js";
import styles from "./my-group.module.css";

/** Who sits together, by name and unit, and the way to their board. */
export function MyGroup({ group, gathering }: { group: Group; gathering: GatheringView }) {
  const { t } = useTranslation(["gathering", "ui"]);
  const me = gathering.viewer.participant?.id;
  const name = group.arena === "CROSS" ? t("ui:tile.group", { number: group.number }) : group.name;
  return (
    <section
      className={styles.group}
      aria-label={group.arena === "UNIT" ? t("gathering:group.unitTitle") : t("gathering:group.title")}
    >
      <div className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        <Button asChild variant="secondary">
          <Link to={`/g/${gathering.id}/b/${group.boardId}`}>{t("gathering:group.board")}</Link>
        </Button>
      </div>
      <h3 className="ds-sr-only">{t("gathering:group.members")}</h3>
      {group.members.length > 1 && <p className={styles.order}>{t("gathering:group.order")}</p>}
      <ol className={styles.members}>
        {inTurn(group, gathering).map((member) => (
          <li key={member.id}>
            <span className={styles.person}>
              {member.name}
              {member.id === me && ` (${t("gathering:you")})`}
            </span>
            {member.id === group.secretaryId && group.members.length > 1 && (
              <span className={styles.role}>{t("gathering:group.secretary")}</span>
            )}
            <span className={styles.unit}>{member.unit.name}</span>
            {member.people > 1 && (
              <span className={styles.people}>
                <Icon name="people" />
                {t("gathering:people", { count: member.people })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
