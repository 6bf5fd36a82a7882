import { type Phase, SetPhaseDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Choices } from "./choices.js";
import { Problem } from "./problem.js";
import { useLeaderAct } from "./use-leader-act.js";

const PHASES: readonly Phase[] = ["INDIVIDUAL", "GROUP", "PLENARY"];

/** Individual, group, plenary: moves the rhythm inside the item that is on. */
export function PhaseControl({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation(["lead", "ui"]);
  const { run, isBusy, problem } = useLeaderAct(SetPhaseDocument);
  return (
    <div>
      <Choices
        label={t("phase")}
        form="line"
        choices={PHASES.map((phase) => ({ value: phase, label: t(`ui:phase.${phase}`) }))}
        value={gathering.phase}
        isBusy={isBusy}
        onChoose={(phase) => void run({ gatheringId: gathering.id, phase })}
      />
      <Problem text={problem} />
    </div>
  );
}
