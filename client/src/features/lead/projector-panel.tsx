import { Button } from "../../ui/button.js";
import { type PlenaryView, ProjectDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Choices } from "./choices.js";
import { Panel } from "./panel.js";
import { Problem } from "./problem.js";
import { SpotlightDialog } from "./spotlight-dialog.js";
import { useLeaderAct } from "./use-leader-act.js";

const VIEWS: readonly PlenaryView[] = [
  "WELCOME",
  "PROGRAMME",
  "INSTRUCTION",
  "TILES",
  "SPOTLIGHT",
  "IDEAS",
  "VOTE",
  "REVEAL",
  "TAKEAWAYS",
  "CLOSING",
  "BLACK",
];

/** What the hall sees. Next chooses by itself; here the leader chooses otherwise. */
export function ProjectorPanel({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("lead");
  const { run, isBusy, problem } = useLeaderAct(ProjectDocument);
  const [choosing, setChoosing] = useState(false);
  const show = (view: PlenaryView) => {
    if (view === "SPOTLIGHT") setChoosing(true);
    else void run({ gatheringId: gathering.id, view, roundId: roundFor(view, gathering) });
  };
  return (
    <Panel title={t("projector.title")} actions={<OpenPlenary gatheringId={gathering.id} />}>
      <Choices
        label={t("projector.shows")}
        form="grid"
        choices={VIEWS.map((view) => ({
          value: view,
          label: t(`projector.view.${view}`),
          disabled: isRoundView(view) && roundFor(view, gathering) === null,
        }))}
        value={gathering.projection.view}
        isBusy={isBusy}
        onChoose={show}
      />
      <Problem text={problem} />
      <SpotlightDialog gathering={gathering} open={choosing} onClose={() => setChoosing(false)} />
    </Panel>
  );
}

function isRoundView(view: PlenaryView): boolean {
  return view === "VOTE" || view === "REVEAL";
}

/** The newest round that the view can show. */
function roundFor(view: PlenaryView, { voteRounds }: GatheringView): string | null {
  if (view === "VOTE") return voteRounds.findLast(({ state }) => state !== "REVEALED")?.id ?? null;
  if (view === "REVEAL") return voteRounds.findLast(({ state }) => state === "REVEALED")?.id ?? null;
  return null;
}

function OpenPlenary({ gatheringId }: { gatheringId: string }) {
  const { t } = useTranslation("lead");
  return (
    <Button asChild variant="tertiary" data-size="sm">
      <a href={`/g/${gatheringId}/plenary`} target="_blank" rel="noopener">
        {t("projector.open")}
      </a>
    </Button>
  );
}
