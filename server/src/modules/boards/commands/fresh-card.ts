import type { Language } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import type { Participant } from "../../gatherings/index.js";
import { Contribution } from "../contribution.entity.js";
import type { AtBoard } from "./writing.js";

interface Posting {
  readonly clientMutationId: string;
  readonly language?: Language | null | undefined;
}

type Own = Pick<Contribution, "kind" | "content" | "itemId" | "anonymous" | "silent">;

/** A card of a participant's as it is when it has just been posted, by the id of the mutation that posts it. */
export const freshCard = (tx: Tx, { board, who }: AtBoard, posting: Posting, own: Own): Contribution => {
  const { id: participantId, unitId } = who.participant as Readonly<Participant>;
  return Object.assign(new Contribution(), {
    id: posting.clientMutationId,
    boardId: board.id,
    gatheringId: board.gatheringId,
    language: posting.language ?? null,
    participantId,
    unitId,
    withdrawnAt: null,
    openedAt: null,
    hiddenReason: null,
    createdAt: tx.now,
    editedAt: null,
    revision: 1,
    ...own,
  });
};
