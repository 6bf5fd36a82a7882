import { useRefusalText } from "../../i18n/refusals.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { type BallotItem, isUncounted, type OutboxItem, useOutbox } from "../../live/index.js";

/** Gives what tells whoever votes that a change does not count, and why; null where it does, or may. */
export function useUncountedWords(): (item: OutboxItem | undefined) => string | null {
  const { t } = useTranslation("gathering");
  const refusalText = useRefusalText();
  return (item) => {
    if (!item || !isUncounted(item)) return null;
    if (item.state.kind !== "refused") return t("uncounted.failed");
    if (item.state.refusal.__typename === "RoundClosed") return t("uncounted.closed");
    return `${t("uncounted.refused")} ${refusalText(item.state.refusal)}`;
  };
}

interface Uncounted {
  readonly items: readonly BallotItem[];
  readonly dismiss: (items: readonly BallotItem[]) => void;
}

/** Changes of ballots of a round that were turned down and that nobody at this device has put away yet. */
export function useUncounted(roundId: string): Uncounted {
  const { outbox, view } = useOutbox();
  const items = view.items.filter(isUncounted).filter(({ input }) => input.roundId === roundId);
  return { items, dismiss: (read) => read.forEach(({ id }) => outbox.takeBack(id)) };
}
