import { useCallback, useEffect, useRef } from "react";
import { cardIn, placeOf } from "./board-context.js";

function moveTo(cardId: string): boolean {
  const place = document.getElementById(placeOf(cardId));
  if (!place) return false;
  // A folded list of merged ideas hides what stands in it.
  place.closest("details")?.setAttribute("open", "");
  place.scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
  return true;
}

/**
 * Moves to a card by its id, showing held cards first when it is among them. Also follows the
 * address: a link to a card leads to it, now and when the address changes.
 */
export function useGoTo(shown: ReadonlySet<string>, showAll: () => void): (cardId: string) => void {
  const wanted = useRef<string | null>(cardIn(location.hash));
  useEffect(() => {
    if (wanted.current && moveTo(wanted.current)) wanted.current = null;
  }, [shown]);
  const goTo = useCallback(
    (cardId: string) => {
      if (moveTo(cardId)) return;
      wanted.current = cardId;
      showAll();
    },
    [showAll],
  );
  useEffect(() => {
    const follow = () => {
      const cardId = cardIn(location.hash);
      if (cardId) goTo(cardId);
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [goTo]);
  return goTo;
}
