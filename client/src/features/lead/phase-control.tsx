import type { Phase } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Choices } from "./choices.js";
import type { Item } from "./item.js";
import { Problem } from "./problem.js";
import { usePhase } from "./use-opening.js";

const PHASES: readonly Phase[] = ["INDIVIDUAL", "GROUP", "PLENARY"];

/** Individual, group, plenary: moves the rhythm inside the item that is on. */
export function PhaseControl({ gathering, item }: { gathering: GatheringView; item: Item }) {
  const { t } = useTranslation(["lead", "ui"]);
  const { begin, isBusy, problem } = usePhase(gathering, item);
  return (
    <div>
      <Choices
        label={t("phase")}
        form="line"
        choices={PHASES.map((phase) => ({ value: phase, label: t(`ui:phase.${phase}`) }))}
        value={gathering.phase}
        isBusy={isBusy}
        onChoose={(phase) => void begin(phase)}
      />
      <Problem text={problem} />
    </div>
  );
}
