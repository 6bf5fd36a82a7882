import { GoToItemDocument, SetClockDocument, SetPhaseDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, useLive } from "../../live/index.js";
import { secondsLeft } from "../../ui/countdown.js";
import { useOfferUndo } from "../habits/undo.js";
import { useLeaderAct } from "./use-leader-act.js";

interface Going {
  /** Moves everybody to the item. Answers whether it was done. */
  readonly go: (item: { readonly id: string; readonly title: string }) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: string | null;
}

/** Moves the gathering through its programme, and offers the way back to where it was: item, phase and clock. */
export function useGoing(gathering: GatheringView): Going {
  const { t } = useTranslation("lead");
  const { run, isBusy, problem } = useLeaderAct(GoToItemDocument);
  const wayBack = useWayBack(gathering);
  const offerUndo = useOfferUndo();
  const { id: gatheringId, currentItemId } = gathering;
  const go: Going["go"] = async ({ id: itemId, title }) => {
    const undo = wayBack(itemId);
    const isDone = await run({ gatheringId, itemId, fromItemId: currentItemId });
    if (isDone && undo) offerUndo({ words: t("step.gone", { title }), undo });
    return isDone;
  };
  return { go, isBusy, problem };
}

/** Remembers where the gathering stands; null before its first item, which nothing leads back to. */
function useWayBack({ id: gatheringId, currentItemId, phase, clock }: GatheringView) {
  const { clock: serverClock } = useLive();
  const { run: go } = useLeaderAct(GoToItemDocument);
  const { run: setPhase } = useLeaderAct(SetPhaseDocument);
  const { run: setClock } = useLeaderAct(SetClockDocument);
  return (fromItemId: string): (() => Promise<boolean>) | null => {
    if (currentItemId === null) return null;
    const seconds = secondsLeft(clock, Date.now() + serverClock.offset.get());
    return async () => {
      if (!(await go({ gatheringId, itemId: currentItemId, fromItemId }))) return false;
      const isPhased = await setPhase({ gatheringId, phase });
      if (!seconds) return isPhased;
      const isTimed = await setClock({ gatheringId, action: "START", seconds });
      if (clock.state !== "PAUSED") return isPhased && isTimed;
      return isPhased && isTimed && (await setClock({ gatheringId, action: "PAUSE", seconds: null }));
    };
  };
}
