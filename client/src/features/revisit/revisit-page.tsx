import { useMemo } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import type { GatheringView } from "../../live/index.js";
import { Page } from "../../ui/page.js";
import { ErrorState, LoadingState } from "../../ui/states.js";
import type { Contribution } from "../board/board-card.js";
import { ExportMenu } from "./export-menu.js";
import { Filters } from "./filters.js";
import { RevisitContext } from "./revisit-context.js";
import { isAskedFor, narrowedTo, type Selection } from "./selection.js";
import { Takeaways } from "./takeaways.js";
import { TrailDialog } from "./trail-dialog.js";
import { type Fetched, useAllCards, useHits } from "./use-cards.js";
import { type Choosing, useSelection } from "./use-selection.js";
import { ViewLinks } from "./view-links.js";
import { VoteRounds } from "./vote-rounds.js";
import { Written } from "./written.js";
import styles from "./revisit-page.module.css";

/** The page once the gathering is known. */
export function RevisitPage({ gathering }: { gathering: GatheringView }) {
  const { t, i18n } = useTranslation("revisit");
  const choosing = useSelection();
  const all = useAllCards(gathering.id);
  const hits = useHits(gathering.id, choosing.selection.words);
  const { trailOf, cardId, closeTrail } = choosing;
  const known = useMemo(() => new Map((all.value ?? []).map((card) => [card.id, card])), [all.value]);
  const revisit = useMemo(() => ({ gathering, cards: known, trailOf }), [gathering, known, trailOf]);
  const day = new Date(gathering.startsAt).toLocaleDateString(i18n.locales, { dateStyle: "long" });
  const asked = useAsked(all, hits, choosing.selection);
  const isReady = all.status === "ready" && choosing.selection.view !== "votes";
  const taking = <ExportMenu cards={isReady ? asked : null} />;
  return (
    <RevisitContext value={revisit}>
      <Page
        title={t("title")}
        above={
          <Link className="os-alone" to={`/g/${gathering.id}`}>
            {gathering.title}
          </Link>
        }
        lead={[gathering.networkName, day, gathering.place].filter(Boolean).join(" · ")}
        actions={<div className={styles.above}>{taking}</div>}
        width="full"
        className={styles.page}
      >
        <ViewLinks selection={choosing.selection} />
        <Fetching all={all} />
        {all.value && <Shown choosing={choosing} all={all.value} hits={hits} asked={asked} />}
        <div className={styles.below}>{taking}</div>
      </Page>
      <TrailDialog cardId={cardId} onClose={closeTrail} />
    </RevisitContext>
  );
}

/** The cards that were asked for; null while the words are still being looked up. */
function useAsked(
  all: Fetched<readonly Contribution[]>,
  hits: Fetched<ReadonlySet<string>>,
  selection: Selection,
): readonly Contribution[] | null {
  const found = hits.status === "ready" ? hits.value : null;
  return useMemo(() => {
    if (selection.words && !found) return null;
    const within = selection.words ? found : null;
    const inView = narrowedTo(selection);
    return (all.value ?? []).filter((card) => isAskedFor(card, inView, within));
  }, [all.value, found, selection]);
}

/** How far the fetching has come, while there is something to say about it. */
function Fetching({ all }: { all: Fetched<readonly Contribution[]> }) {
  const { t } = useTranslation("revisit");
  if (all.status === "failed")
    return <ErrorState onRetry={all.again}>{all.isOffline ? t("offline") : null}</ErrorState>;
  if (all.status === "loading")
    return <LoadingState label={all.value ? t("fetchingRest", { count: all.value.length }) : undefined} />;
  return null;
}

interface ShownProps {
  choosing: Choosing;
  all: readonly Contribution[];
  hits: Fetched<ReadonlySet<string>>;
  asked: readonly Contribution[] | null;
}

function Shown({ choosing, all, hits, asked }: ShownProps) {
  const { t } = useTranslation("revisit");
  const { selection, choose } = choosing;
  if (selection.view === "votes") return <VoteRounds />;
  return (
    <div className={styles.split}>
      <Filters selection={selection} all={all} onChoose={choose} />
      <div className={styles.main}>
        {hits.status === "failed" && (
          <ErrorState onRetry={hits.again}>{hits.isOffline ? t("searchOffline") : null}</ErrorState>
        )}
        {hits.status !== "failed" && !asked && <LoadingState label={t("searching")} />}
        {asked && selection.view === "takeaways" && <Takeaways cards={asked} selection={selection} />}
        {asked && selection.view === "written" && (
          <Written all={all} asked={asked} selection={selection} onChoose={choose} />
        )}
      </div>
    </div>
  );
}
