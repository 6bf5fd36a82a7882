import { useMemo } from "react";
import { useConnection, useOutbox, type BoardView, type GatheringView } from "../../live/index.js";
import type { BoardCard, Surroundings } from "./board-card.js";
import { cardsOf } from "./board-model.js";

/** Every card of the board that this person may see, with what waits in the outbox laid over. */
export function useBoardCards(
  gathering: GatheringView | null,
  board: BoardView | null,
  boardId: string,
): BoardCard[] {
  const { items, sendingId } = useOutbox().view;
  const online = useConnection() === "online";
  return useMemo(() => {
    if (!gathering || !board) return [];
    const mine = items.filter(({ scope }) => scope === boardId);
    const around: Surroundings = {
      viewer: gathering.viewer.participant,
      ruleOf: (itemId) => ruleOf(gathering, itemId),
      sending: { items: mine, sendingId, online },
    };
    return cardsOf(
      board.contributions.edges.map(({ node }) => node),
      around,
    );
  }, [gathering, board, boardId, items, sendingId, online]);
}

function ruleOf({ programme, currentItemId }: GatheringView, itemId: string | null) {
  const item = programme.find(({ id }) => id === (itemId ?? currentItemId));
  return {
    silent: item?.writing === "SILENT" && item.openedAt === null,
    anonymous: item?.naming === "ANONYMOUS",
  };
}
