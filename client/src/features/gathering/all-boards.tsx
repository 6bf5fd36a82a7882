import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import type { GatheringView } from "../../live/index.js";
import { Fold } from "../../ui/fold.js";
import { Icon } from "../../ui/icons.js";
import styles from "./all-boards.module.css";

/** Everybody at a gathering may read every board. Stands open for those who have no group of their own. */
export function AllBoards({ gathering, open }: { gathering: GatheringView; open: boolean }) {
  const { t } = useTranslation(["gathering", "ui"]);
  if (gathering.groups.length === 0) return null;
  return (
    <Fold summary={t("gathering:boards")} open={open}>
      <ul className={styles.boards}>
        {gathering.groups.map((group) => (
          <li key={group.id}>
            <Link className={styles.board} to={`/g/${gathering.id}/b/${group.boardId}`}>
              {group.name || t("ui:tile.group", { number: group.number })}
              <span className={styles.people}>
                <Icon name="people" />
                {t("gathering:people", { count: group.people })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
