import { useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useAnnounce } from "../../ui/announcer.js";
import type { BoardCard } from "./board-card.js";

interface Counts {
  readonly others: number;
  readonly saved: number;
  readonly refused: number;
}

function countsOf(cards: readonly BoardCard[]): Counts {
  const refused = cards.filter(({ delivery }) => delivery?.kind === "refused" || delivery?.kind === "failed");
  return {
    others: cards.filter(({ isMine }) => !isMine).length,
    saved: cards.filter(({ delivery }) => delivery?.kind === "saved").length,
    refused: refused.length,
  };
}

/** Tells screen readers what happens on the board; cards that are held back have a button that tells. */
export function useAnnouncements(cards: readonly BoardCard[], held: number): void {
  const { t } = useTranslation("board");
  const announce = useAnnounce();
  const now = countsOf(cards);
  const before = useRef({ ...now, held });
  const { others, saved, refused } = now;
  useEffect(() => {
    const last = before.current;
    before.current = { others, saved, refused, held };
    const arrived = others - last.others - Math.max(0, held - last.held);
    if (arrived > 0 && held === 0 && last.held === 0)
      announce.count("arrived", arrived, (count) => t("newCards", { count }));
    if (saved > last.saved) announce(t("sent"));
    if (refused > last.refused) announce(t("refused"));
  }, [others, saved, refused, held, announce, t]);
}
