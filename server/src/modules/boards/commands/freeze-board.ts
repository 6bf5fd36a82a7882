import { demand } from "../../../kernel/policy.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, type Outcome } from "../../../live/vocabulary.js";
import { mayFreeze } from "../board.policy.js";
import { Board } from "../board.entity.js";
import { atBoard } from "./writing.js";

export interface FreezeBoard {
  readonly clientMutationId: string;
  readonly boardId: string;
  readonly frozen: boolean;
}

interface BoardTouched {
  readonly boardId: string;
}

const freeze = async (
  tx: Tx,
  actor: Actor,
  { boardId, frozen }: FreezeBoard,
): Promise<Outcome<BoardTouched, never>> => {
  const { board, who } = await atBoard(tx, actor, boardId);
  demand(mayFreeze, who, undefined);
  if ((board.frozenAt !== null) !== frozen) tx.update(Board, { ...board, frozenAt: frozen ? tx.now : null });
  return done({ boardId });
};

/** A leader stops all writing on a board, or lets it go on. */
export const freezeBoard = (
  commit: Commit,
  actor: Actor,
  input: FreezeBoard,
): Promise<Committed<BoardTouched, never>> =>
  commit({
    streams: [input.boardId],
    command: "board.freeze",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => freeze(tx, actor, input),
  });
