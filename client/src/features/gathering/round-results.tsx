import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { Bar } from "../../ui/bar.js";
import { sharedPlaces } from "./ballot.js";
import type { Round } from "./use-ballot.js";
import styles from "./round-results.module.css";

/** What the vote gave, the most dots first; ties stand as ties. */
export function RoundResults({ round }: { round: Round }) {
  const results = round.results ?? [];
  const shared = sharedPlaces(results);
  const most = Math.max(1, ...results.map(({ dots }) => dots));
  return (
    <ol className={styles.results}>
      {results.map((result) => (
        <Result
          key={result.ideaId}
          round={round}
          result={result}
          shared={shared.has(result.place)}
          most={most}
        />
      ))}
    </ol>
  );
}

interface ResultProps {
  round: Round;
  result: NonNullable<Round["results"]>[number];
  shared: boolean;
  most: number;
}

function Result({ round, result, shared, most }: ResultProps) {
  const { t } = useTranslation("gathering");
  const idea = round.candidates.find(({ ideaId }) => ideaId === result.ideaId);
  const mine = ownDots(round, result.ideaId);
  const hasDots = result.dots > 0;
  return (
    <li className={styles.result} data-first={(result.place === 1 && hasDots) || undefined}>
      {hasDots && (
        <p className={styles.place}>
          {t(shared ? "ballot.shared" : "ballot.place", { place: result.place })}
        </p>
      )}
      <p className={styles.idea} lang={langOf(idea?.language)}>
        {idea?.body}
      </p>
      {hasDots && <Bar share={result.dots / most} isFirst={result.place === 1} />}
      <p className={styles.figures}>
        <strong>{hasDots ? t("ballot.dots", { count: result.dots }) : t("ballot.noDots")}</strong>
        {hasDots && <span>{t("ballot.byVoters", { count: result.voters })}</span>}
        {mine > 0 && <span>{t("ballot.yours", { count: mine })}</span>}
      </p>
    </li>
  );
}

function ownDots(round: Round, ideaId: string): number {
  const choices = round.viewerBallots.flatMap((ballot) => ballot.choices);
  return choices.filter((choice) => choice.ideaId === ideaId).reduce((sum, { dots }) => sum + dots, 0);
}
