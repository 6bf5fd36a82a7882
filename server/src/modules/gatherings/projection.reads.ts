import type { Queryable } from "../../database/pool.js";
import { isUuid } from "../../kernel/ids.js";

interface Wanted {
  readonly contributionId?: string | null;
  readonly roundId?: string | null;
}

const idOrNull = (id: string | null | undefined): string | null => (id && isUuid(id) ? id : null);

/** The board of a card and the round that are to be projected, each null where the gathering has no such thing to show. */
export const readProjected = async (
  db: Queryable,
  gatheringId: string,
  { contributionId, roundId }: Wanted,
): Promise<{ boardId: string | null; roundId: string | null }> => {
  const { rows } = await db.query<{ boardId: string | null; roundId: string | null }>(
    `SELECT
       (SELECT board_id FROM contribution WHERE id = $2 AND gathering_id = $1
          AND NOT silent AND withdrawn_at IS NULL AND hidden_reason IS NULL) AS "boardId",
       (SELECT id FROM vote_round WHERE id = $3 AND gathering_id = $1) AS "roundId"`,
    [idOrNull(gatheringId), idOrNull(contributionId), idOrNull(roundId)],
  );
  return rows[0] ?? { boardId: null, roundId: null };
};

/** The board, where it is one of this gathering; else null. A board never moves to another. */
export const readOwnBoard = async (
  db: Queryable,
  gatheringId: string,
  boardId: string,
): Promise<string | null> => {
  const { rows } = await db.query<{ id: string }>(
    "SELECT id FROM board WHERE id = $2 AND gathering_id = $1",
    [idOrNull(gatheringId), idOrNull(boardId)],
  );
  return rows[0]?.id ?? null;
};

/**
 * Whether anybody has written in an item, be it silently or long since withdrawn. Ask it while every board of the
 * gathering is locked, and not through the pool that holds the locks.
 */
export const hasCards = async (
  db: { query(sql: string, values: unknown[]): Promise<unknown> },
  itemId: string,
): Promise<boolean> => {
  const rows = (await db.query("SELECT 1 FROM contribution WHERE item_id = $1 LIMIT 1", [
    itemId,
  ])) as unknown[];
  return rows.length > 0;
};
