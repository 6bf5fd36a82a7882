import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { langOf } from "../../i18n/written-language.js";
import type { GatheringView } from "../../live/index.js";
import { Bar } from "../../ui/bar.js";
import { EmptyState } from "../../ui/states.js";
import { sharedPlaces } from "../gathering/ballot.js";
import { useRevisit } from "./revisit-context.js";
import styles from "./vote-rounds.module.css";

type Round = GatheringView["voteRounds"][number];
type Result = NonNullable<Round["results"]>[number];

/** What the votes gave. Totals that nobody has been shown stay hidden here, too. */
export function VoteRounds() {
  const { t } = useTranslation("revisit");
  const { voteRounds } = useRevisit().gathering;
  if (voteRounds.length === 0) return <EmptyState icon="vote" title={t("votes.none")} />;
  return (
    <div className={styles.rounds}>
      {voteRounds.map((round) => (
        <section key={round.id}>
          <h2 className={styles.title}>{round.title}</h2>
          <p className={styles.figures}>
            {t("votes.voted", { voted: round.votedCount, count: round.voterCount })}
          </p>
          {round.results ? (
            <Results round={round} results={round.results} />
          ) : (
            <p className={styles.hidden}>{t("votes.hidden")}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function Results({ round, results }: { round: Round; results: readonly Result[] }) {
  const shared = sharedPlaces(results);
  const most = Math.max(1, ...results.map(({ dots }) => dots));
  return (
    <ol className={styles.results}>
      {results.map((result) => (
        <ResultRow
          key={result.ideaId}
          round={round}
          result={result}
          isShared={shared.has(result.place)}
          share={result.dots / most}
        />
      ))}
    </ol>
  );
}

interface ResultRowProps {
  round: Round;
  result: Result;
  isShared: boolean;
  /** Its dots as a share of the most that any idea got. */
  share: number;
}

function ResultRow({ round, result, isShared, share }: ResultRowProps) {
  const { t } = useTranslation("revisit");
  const { trailOf } = useRevisit();
  const idea = round.candidates.find(({ ideaId }) => ideaId === result.ideaId);
  const hasDots = result.dots > 0;
  return (
    <li className={styles.result} data-first={(result.place === 1 && hasDots) || undefined}>
      <p className={styles.place}>
        {hasDots ? t(isShared ? "votes.shared" : "votes.place", { place: result.place }) : null}
      </p>
      <div className={styles.idea}>
        {idea ? (
          <Link to={trailOf(result.ideaId)} className={styles.text} lang={langOf(idea.language)}>
            {idea.body}
          </Link>
        ) : (
          <span className={styles.text}>{t("votes.gone")}</span>
        )}
        <Bar share={share} isFirst={result.place === 1} />
      </div>
      <p className={styles.dots}>
        <strong>{t("votes.dots", { count: result.dots })}</strong>
        {hasDots && <span>{t("votes.voters", { count: result.voters })}</span>}
      </p>
    </li>
  );
}
