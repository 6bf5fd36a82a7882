import { MoveItemDocument } from "@ordskifte/schema";
import { type DragEvent, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useOfferUndo } from "../habits/undo.js";
import type { Item } from "../lead/item.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import { placeAt, placeOf, type Spot } from "./placing.js";

/** An item that is dragged to another place in the programme, which can be taken back. Buttons do the same. */
export interface ItemDrag {
  readonly problem: string | null;
  /** Where it would come if it were let go now. */
  readonly spot: Spot | null;
  readonly lift: (event: DragEvent, itemId: string) => void;
  readonly over: (event: DragEvent, itemId: string) => void;
  readonly drop: (event: DragEvent) => void;
  readonly letGo: () => void;
}

export function useItemDrag(programme: readonly Item[]): ItemDrag {
  const { t } = useTranslation("plan");
  const offerUndo = useOfferUndo();
  const { run, problem } = useLeaderAct(MoveItemDocument);
  const [held, setHeld] = useState<string | null>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const ids = programme.map(({ id }) => id);
  const letGo = () => {
    setHeld(null);
    setSpot(null);
  };
  const put = async (itemId: string, afterItemId: string | null) => {
    const before = placeOf(ids, itemId);
    if (!(await run({ itemId, afterItemId }))) return;
    const title = programme.find(({ id }) => id === itemId)?.title ?? "";
    offerUndo({ words: t("programme.moved", { title }), undo: () => run({ itemId, afterItemId: before }) });
  };
  return {
    problem,
    spot,
    letGo,
    lift: (event, itemId) => {
      const line = event.currentTarget.closest("li");
      // Firefox drags nothing that carries nothing.
      event.dataTransfer.setData("text/plain", "");
      event.dataTransfer.effectAllowed = "move";
      if (line) event.dataTransfer.setDragImage(line, 0, 0);
      setHeld(itemId);
    },
    over: (event, itemId) => {
      if (!held) return;
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const side = event.clientY < top + height / 2 ? "before" : "after";
      if (spot?.itemId !== itemId || spot.side !== side) setSpot({ itemId, side });
    },
    drop: (event) => {
      event.preventDefault();
      const place = held && spot ? placeAt(ids, held, spot) : undefined;
      if (held && place !== undefined) void put(held, place);
      letGo();
    },
  };
}
