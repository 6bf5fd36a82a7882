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

function Figure({ value, name }: { value: string; name: string }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
