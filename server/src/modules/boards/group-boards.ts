import type { Tx } from "../../live/tx.js";
import { Arena, Gathering } from "../gatherings/index.js";
import type { Group, GroupBoards } from "../groups/index.js";
import { Board } from "./board.entity.js";
import { Contribution } from "./contribution.entity.js";

const open = (tx: Tx, { id, boardId, gatheringId, arena, name }: Readonly<Group>): void => {
  const groupId = arena === Arena.PLENARY ? null : id;
  tx.openStream(boardId, gatheringId);
  tx.insert(Board, { id: boardId, gatheringId, groupId, title: name, frozenAt: null, createdAt: tx.now });
};

const isUnused = async (tx: Tx, boardId: string): Promise<boolean> => {
  const gatheringId = (await tx.get(Board, boardId))?.gatheringId;
  const gathering = gatheringId ? await tx.get(Gathering, gatheringId) : null;
  return gathering?.projection.boardId !== boardId && (await tx.find(Contribution, { boardId })).length === 0;
};

const close = async (tx: Tx, boardId: string): Promise<void> => {
  const board = await tx.get(Board, boardId);
  if (board) tx.remove(Board, board);
};

/** The boards that groups write on. The plenary's belongs to no group: those who lead write there. */
export const groupBoards: GroupBoards = { open, isUnused, close };
