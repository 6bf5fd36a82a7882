import { liveShape } from "../../live/live-table.js";
import { Board } from "./board.entity.js";
import { ContributionLink } from "./contribution-link.entity.js";
import { Contribution } from "./contribution.entity.js";

/** Boards, cards and links all lie in their board's stream; a link is told of as a change of the card it goes out from. */
export const boardShapes = [
  liveShape<Board>({ entity: Board, stream: (board) => board.id, refs: (board) => [["board", board.id]] }),
  liveShape<Contribution>({
    entity: Contribution,
    stream: (card) => card.boardId,
    refs: (card) => [["contribution", card.id]],
  }),
  liveShape<ContributionLink>({
    entity: ContributionLink,
    stream: (link) => link.boardId,
    refs: (link) => [["contribution", link.fromId]],
  }),
] as const;
