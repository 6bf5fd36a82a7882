import type { Queryable } from "../../database/pool.js";
import { oneOf } from "../../database/together.js";
import type { Presenter } from "../../live/presenter.js";
import { BoardPut } from "./board-change.type.js";
import type { Board } from "./board.entity.js";
import { presentBoard } from "./board.type.js";

export const loadBoards = async (db: Queryable, ids: readonly string[]): Promise<Map<string, Board>> => {
  const { rows } = await db.query<Board>(
    `SELECT id, gathering_id AS "gatheringId", group_id AS "groupId", title, frozen_at AS "frozenAt", created_at AS "createdAt"
     FROM board WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((board) => [board.id, board]));
};

export const loadBoard = oneOf(loadBoards);

export const boardPresenter: Presenter<Board, BoardPut> = {
  kind: "board",
  load: loadBoards,
  present: (_id, board) => (board ? [new BoardPut(presentBoard(board))] : []),
};
