import { useTranslation } from "../../i18n/use-translation.js";
import { Fold } from "../../ui/fold.js";
import { Panel } from "../lead/panel.js";
import type { Seating } from "./use-seating.js";
import styles from "./groups.module.css";

/** What the groups came to: who is new to whom, who meets again, and how units are spread. */
export function GroupReport({ seating }: { seating: Seating }) {
  const { t } = useTranslation("plan");
  const { firstMeetings, repeats, unitsLeast, unitsMost, again, round } = seating;
  return (
    <Panel title={t("report.title", { round })}>
      <dl className={styles.figures}>
        <Figure value={String(firstMeetings)} name={t("report.first", { count: firstMeetings })} />
        <Figure value={String(repeats)} name={t("report.again", { count: repeats })} />
        <Figure
          value={unitsLeast === unitsMost ? String(unitsMost) : `${unitsLeast}–${unitsMost}`}
          name={t("report.units")}
        />
      </dl>
      <Mixing seating={seating} />
      {again.length > 0 && (
        <Fold summary={t("report.who")}>
          <ul className={styles.pairs}>
            {again.map(({ a, b }) => (
              <li key={`${a.id} ${b.id}`}>{t("report.pair", { a: a.name, b: b.name })}</li>
            ))}
          </ul>
        </Fold>
      )}
    </Panel>
  );
}

/** How sorts of places and professions are shared out; of each the fewest and the most in a group. */
function Mixing({ seating: { unitKinds, professions } }: { seating: Seating }) {
  const { t } = useTranslation(["plan", "join"]);
  if (unitKinds.length + professions.length < 2) return null;
  return (
    <Fold summary={t("report.mixed")}>
      <Shares shares={unitKinds.map((share) => ({ ...share, name: t(`join:kinds.${share.kind}`) }))} />
      <Shares
        shares={professions.map((share) => ({ ...share, name: t(`join:professions.${share.profession}`) }))}
      />
      {professions.length === 0 && <p>{t("report.noProfessions")}</p>}
    </Fold>
  );
}

interface Share {
  readonly name: string;
  readonly people: number;
  readonly least: number;
  readonly most: number;
}

function Shares({ shares }: { shares: readonly Share[] }) {
  const { t } = useTranslation("plan");
  return (
    <ul className={styles.pairs}>
      {shares.map(({ name, people, least, most }) => (
        <li key={name}>
          {t("report.share", { name, people, each: least === most ? String(most) : `${least}–${most}` })}
        </li>
      ))}
    </ul>
  );
}

function Figure({ value, name }: { value: string; name: string }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
