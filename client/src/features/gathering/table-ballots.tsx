import { useTranslation } from "../../i18n/use-translation.js";
import { BallotPaper } from "./ballot-form.js";
import type { Round } from "./use-ballot.js";
import { useTableBallots } from "./use-table-ballots.js";
import styles from "./voter-choice.module.css";

interface TableBallotsProps {
  gatheringId: string;
  round: Round;
  people: number;
}

/** A table at one device: as many ballots as there are people, and it says so. */
export function TableBallots({ gatheringId, round, people }: TableBallotsProps) {
  const { t } = useTranslation("gathering");
  const { budget, maxPerIdea } = round;
  const values = { people, budget, count: budget * people, max: maxPerIdea * people };
  return (
    <BallotPaper
      round={round}
      ballot={useTableBallots(gatheringId, round)}
      rule={t("table.rule", values)}
      budget={budget * people}
      most={maxPerIdea * people}
    />
  );
}

/** Together, or each with a ballot of their own. */
export function TogetherChoice({
  people,
  isTogether,
  onChoose,
}: {
  people: number;
  isTogether: boolean;
  onChoose: (isTogether: boolean) => void;
}) {
  const { t } = useTranslation("gathering");
  return (
    <div className={styles.voters} role="radiogroup" aria-labelledby="table-how">
      <p className={styles.legend} id="table-how">
        {t("table.how")} {t("table.for", { people })}.
      </p>
      {[true, false].map((choice) => (
        <label key={String(choice)} className={styles.voter}>
          <input
            type="radio"
            name="together"
            checked={isTogether === choice}
            onChange={() => onChoose(choice)}
          />
          {t(choice ? "table.together" : "table.each")}
        </label>
      ))}
    </div>
  );
}
