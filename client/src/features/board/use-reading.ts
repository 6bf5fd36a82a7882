import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { BoardCard } from "./board-card.js";
import { read, type Reading } from "./board-model.js";

const nearEnd = 120;

/** Whether cards that come now would land below everything that is in front of the reader. */
function isAtEnd(): boolean {
  const page = document.documentElement;
  return window.innerHeight + window.scrollY >= page.scrollHeight - nearEnd;
}

/**
 * Holds new cards of others back while somebody reads, so that nothing moves under her eyes. The
 * first picture is shown whole.
 */
export function useReading(cards: readonly BoardCard[], isThere: boolean): Reading & { showAll: () => void } {
  const [seen, setSeen] = useState<ReadonlySet<string> | null>(null);
  const reading = useMemo(() => read(cards, seen ?? new Set(), seen === null), [cards, seen]);
  const latest = useRef(cards);
  useLayoutEffect(() => {
    latest.current = cards;
  }, [cards]);
  const showAll = useCallback(() => setSeen(new Set(latest.current.map(({ id }) => id))), []);
  useEffect(() => {
    if (!isThere) return;
    if (seen === null || (reading.held.length > 0 && isAtEnd())) showAll();
  }, [isThere, seen, reading, showAll]);
  useEffect(() => {
    if (reading.held.length === 0) return undefined;
    const look = () => isAtEnd() && showAll();
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, [reading, showAll]);
  return { ...reading, showAll };
}
