import { Button } from "../../ui/button.js";
import { CloseRoundDocument, ProjectDocument, RevealRoundDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Bar } from "../../ui/bar.js";
import { BegunMark } from "../keeping/begun-mark.js";
import { ActButton } from "./act-button.js";
import { GatherDialog } from "./gather/gather-dialog.js";
import { MergeDialog } from "./merge-dialog.js";
import { Panel } from "./panel.js";
import { Problem } from "./problem.js";
import { RoundDialog } from "./round-dialog.js";
import { roundDraftOf } from "./round-draft.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./vote-panel.module.css";

type Round = GatheringView["voteRounds"][number];

/** Ideas and the vote over them: merge, open, watch how many have voted, close, reveal. */
export function VotePanel({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation(["lead", "gather"]);
  const [open, setOpen] = useState<"round" | "gather" | "merge" | null>(null);
  const close = () => setOpen(null);
  const unrevealed = gathering.voteRounds.filter(({ state }) => state !== "REVEALED");
  const ideas = gathering.plenaryIdeas.filter(({ mergedIntoId }) => mergedIntoId === null);
  const revealed = gathering.voteRounds.filter(({ state }) => state === "REVEALED");
  return (
    <Panel title={t("vote.title")}>
      {unrevealed.map((round) => (
        <RoundControl key={round.id} gathering={gathering} round={round} />
      ))}
      {revealed.length > 0 && (
        <ul className={styles.revealed}>
          {revealed.map(({ id, title }) => (
            <li key={id}>{t("vote.revealed", { title })}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {unrevealed.length === 0 && (
          <Button variant="secondary" onClick={() => setOpen("round")}>
            {t("vote.open")}
            {open !== "round" && <BegunMark name={roundDraftOf(gathering)} />}
          </Button>
        )}
        <Button variant="secondary" onClick={() => setOpen("gather")}>
          {t("gather:open", { count: ideas.length })}
        </Button>
        <Button variant="secondary" onClick={() => setOpen("merge")}>
          {t("merge.open")}
        </Button>
      </div>
      <RoundDialog gathering={gathering} open={open === "round"} onClose={close} />
      <GatherDialog gathering={gathering} open={open === "gather"} onClose={close} />
      <MergeDialog gatheringId={gathering.id} open={open === "merge"} onClose={close} />
    </Panel>
  );
}

function RoundControl({ gathering, round }: { gathering: GatheringView; round: Round }) {
  const { t } = useTranslation("lead");
  const { votedCount: voted, voterCount: voters } = round;
  return (
    <div className={styles.round}>
      <p className={styles.title}>{round.title}</p>
      <p className={styles.count}>{t("vote.count", { voted, voters })}</p>
      <Bar share={voters > 0 ? voted / voters : 0} />
      {round.state === "OPEN" ? (
        <CloseButton roundId={round.id} />
      ) : (
        <RevealButton gatheringId={gathering.id} roundId={round.id} />
      )}
    </div>
  );
}

function CloseButton({ roundId }: { roundId: string }) {
  const { t } = useTranslation("lead");
  const { run, isBusy, problem } = useLeaderAct(CloseRoundDocument);
  return (
    <>
      <ActButton variant="secondary" isBusy={isBusy} onPress={() => void run({ roundId })}>
        {t("vote.close")}
      </ActButton>
      <Problem text={problem} />
    </>
  );
}

/** Reveals, and turns the projector to it: the hall sees it together. */
function RevealButton({ gatheringId, roundId }: { gatheringId: string; roundId: string }) {
  const { t } = useTranslation("lead");
  const reveal = useLeaderAct(RevealRoundDocument);
  const project = useLeaderAct(ProjectDocument);
  const both = async () => {
    if (await reveal.run({ roundId })) await project.run({ gatheringId, view: "REVEAL", roundId });
  };
  return (
    <>
      <ActButton isBusy={reveal.isBusy || project.isBusy} onPress={() => void both()}>
        {t("vote.reveal")}
      </ActButton>
      <Problem text={reveal.problem ?? project.problem} />
    </>
  );
}
