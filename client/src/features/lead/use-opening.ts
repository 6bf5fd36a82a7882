import { CloseWritingDocument, OpenWritingDocument, type Phase, SetPhaseDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { useOfferUndo } from "../habits/undo.js";
import type { Item } from "./item.js";
import { useLeaderAct } from "./use-leader-act.js";

/** Written in silence, and still its authors' alone. */
export function isUnopened(item: Pick<Item, "writing" | "openedAt">): boolean {
  return item.writing === "SILENT" && item.openedAt === null;
}

interface Begun {
  /** Begins a phase. Leaving the one in which everybody writes alone opens the cards, and offers to take that back. */
  readonly begin: (phase: Phase) => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: string | null;
}

export function usePhase({ id: gatheringId }: GatheringView, item: Item | null): Begun {
  const { run, isBusy, problem } = useLeaderAct(SetPhaseDocument);
  const offerClosing = useClosing();
  const begin = async (phase: Phase) => {
    const opens = phase !== "INDIVIDUAL" && item !== null && isUnopened(item);
    if ((await run({ gatheringId, phase })) && opens) offerClosing(item.id);
  };
  return { begin, isBusy, problem };
}

interface Opened {
  readonly open: () => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: string | null;
}

/** Opens what was written in an item that is not on any more. */
export function useOpening(itemId: string): Opened {
  const { run, isBusy, problem } = useLeaderAct(OpenWritingDocument);
  const offerClosing = useClosing();
  const open = async () => {
    if (await run({ itemId })) offerClosing(itemId);
  };
  return { open, isBusy, problem };
}

function useClosing(): (itemId: string) => void {
  const { t } = useTranslation("lead");
  const { run } = useLeaderAct(CloseWritingDocument);
  const offerUndo = useOfferUndo();
  return (itemId) =>
    offerUndo({ words: t("silent.done"), failed: t("silent.stays"), undo: () => run({ itemId }) });
}
