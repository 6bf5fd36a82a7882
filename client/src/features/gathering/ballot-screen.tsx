import { Button } from "../../ui/button.js";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link, useParams } from "wouter";
import { type BallotItem, type GatheringView, useGathering, useLive, useReadable } from "../../live/index.js";
import { useTold } from "../../ui/announcer.js";
import { Clock } from "../../ui/clock.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { Icon } from "../../ui/icons.js";
import { Page } from "../../ui/page.js";
import { EmptyState } from "../../ui/states.js";
import { MoveOffer } from "../running/later.js";
import { BallotForm } from "./ballot-form.js";
import { RoundResults } from "./round-results.js";
import type { Round } from "./use-ballot.js";
import { TableBallots, TogetherChoice } from "./table-ballots.js";
import { useUncounted, useUncountedWords } from "./uncounted.js";
import { UncountedNotice } from "./uncounted-notice.js";
import { VoterChoice } from "./voter-choice.js";
import styles from "./ballot-screen.module.css";

/** A vote round: the ballot while it is open, a word of patience when it is closed, and the result when it is shown. */
export default function BallotScreen() {
  const { t } = useTranslation("gathering");
  const { gatheringId = "", roundId } = useParams();
  const { status, gathering, tryAgain } = useGathering(gatheringId);
  const isGone = status === "gone" || status === "stopped";
  const round = gathering?.voteRounds.find(({ id }) => id === roundId);
  return (
    <Page
      title={round?.title ?? t("ballot.title")}
      above={<BackLink gatheringId={gatheringId} />}
      width="narrow"
    >
      {gathering && <MoveOffer gathering={gathering} here={`/g/${gathering.id}/vote/${roundId}`} />}
      {gathering && round && <OneRound gathering={gathering} round={round} />}
      {gathering && !round && <EmptyState icon="vote" title={t("ballot.gone")} />}
      {!gathering && isGone && <EmptyState icon="vote" title={t("gone.title")} />}
      {!gathering && !isGone && <FetchingState isFailed={status === "failed"} onRetry={tryAgain} />}
    </Page>
  );
}

function BackLink({ gatheringId }: { gatheringId: string }) {
  const { t } = useTranslation("gathering");
  return (
    <Link className={styles.back} to={`/g/${gatheringId}`}>
      <Icon name="back" />
      {t("ballot.back")}
    </Link>
  );
}

function OneRound({ gathering, round }: { gathering: GatheringView; round: Round }) {
  const { t } = useTranslation("gathering");
  const offset = useReadable(useLive().clock.offset);
  useUncountedTold(round.id);
  return (
    <>
      <p className={styles.progress}>
        <span>{t("ballot.progress", { voted: round.votedCount, voters: round.voterCount })}</span>
        <Clock countdown={gathering.clock} serverOffset={offset} />
      </p>
      {round.state === "OPEN" && <OpenRound gathering={gathering} round={round} />}
      {round.state !== "OPEN" && <UncountedNotice round={round} />}
      {round.state === "CLOSED" && <EmptyState icon="vote" title={t("ballot.closed")} />}
      {round.state === "REVEALED" && <RoundResults round={round} />}
    </>
  );
}

/** Says it once, whether the form is still there by then or not. */
function useUncountedTold(roundId: string): void {
  const wordsOf = useUncountedWords();
  useTold(wordsOf(useUncounted(roundId).items[0]), "ballot");
}

function OpenRound({ gathering, round }: { gathering: GatheringView; round: Round }) {
  const { t } = useTranslation("gathering");
  const people = round.per === "UNIT" ? 1 : (gathering.viewer.participant?.people ?? 1);
  const [voter, setVoter] = useState(1);
  const [isTogether, setTogether] = useState(true);
  const asTable = people > 1 && isTogether;
  const isInForm = (item: BallotItem) =>
    item.name === "CastTableBallots" ? asTable : !asTable && (item.input.voter ?? 1) === voter;
  if (round.candidates.length === 0) return <EmptyState icon="idea" title={t("ballot.empty")} />;
  return (
    <>
      <UncountedNotice round={round} isToldElsewhere={isInForm} />
      {people > 1 && <TogetherChoice people={people} isTogether={isTogether} onChoose={setTogether} />}
      {people > 1 && !isTogether && (
        <VoterChoice people={people} voter={voter} round={round} onChoose={setVoter} />
      )}
      {asTable ? (
        <TableBallots gatheringId={gathering.id} round={round} people={people} />
      ) : (
        <BallotForm key={voter} gatheringId={gathering.id} round={round} voter={voter} />
      )}
      <Button asChild variant="secondary" data-fullwidth>
        <Link to={`/g/${gathering.id}`}>{t("ballot.back")}</Link>
      </Button>
    </>
  );
}
