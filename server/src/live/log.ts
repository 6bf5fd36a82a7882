import type { Queryable } from "../database/pool.js";
import type { Position, Ref, ResetReason } from "./vocabulary.js";

export interface StreamState {
  readonly id: string;
  readonly epoch: number;
  readonly head: number;
  readonly floor: number;
}

interface StreamRow {
  id: string;
  epoch: number;
  head: string;
  floor: string;
}

const toState = (row: StreamRow): StreamState => ({
  id: row.id,
  epoch: row.epoch,
  head: Number(row.head),
  floor: Number(row.floor),
});

/** The heads of streams, in one question; unknown ids are left out. */
export const readStreams = async (db: Queryable, ids: readonly string[]): Promise<StreamState[]> => {
  const { rows } = await db.query<StreamRow>(
    "SELECT id, epoch, head, floor FROM stream WHERE id = ANY($1::uuid[])",
    [ids],
  );
  return rows.map(toState);
};

export const readStream = async (db: Queryable, id: string): Promise<StreamState | null> => {
  const [state] = await readStreams(db, [id]);
  return state ?? null;
};

/** FEED4: why a reader cannot go on from a position, or null where it can. */
export const resetReason = (stream: StreamState, position: Position): ResetReason | null => {
  if (position.epoch !== stream.epoch) return "UNKNOWN_EPOCH";
  if (position.seq > stream.head) return "AHEAD";
  return position.seq < stream.floor ? "TOO_OLD" : null;
};

/** What changed after `seq`, each thing once, in the order of its last change. */
export const changedSince = async (db: Queryable, streamId: string, seq: number): Promise<Ref[]> => {
  const { rows } = await db.query<{ kind: string; id: string }>(
    `SELECT ref ->> 0 AS kind, ref ->> 1 AS id FROM log_entry, jsonb_array_elements(refs) WITH ORDINALITY AS r(ref, n)
     WHERE stream_id = $1 AND seq > $2 GROUP BY 1, 2 ORDER BY max(seq), max(n)`,
    [streamId, seq],
  );
  return rows.map(({ kind, id }) => [kind, id] as const);
};

/**
 * LOG7: forgets all but the last mention of each thing below `keepFrom`, without the lock that writers wait for.
 * Readers from any cursor still learn of everything that changed, since a reader asks for things, not for steps.
 */
export const compact = async (db: Queryable, streamId: string, keepFrom: number): Promise<number> => {
  const { rowCount } = await db.query(
    `WITH mention AS (
       SELECT e.seq, max(e.seq) OVER (PARTITION BY r.ref ->> 0, r.ref ->> 1) AS last
       FROM log_entry e, jsonb_array_elements(e.refs) AS r(ref) WHERE e.stream_id = $1)
     DELETE FROM log_entry WHERE stream_id = $1 AND seq < $2
       AND seq NOT IN (SELECT seq FROM mention WHERE seq = last)`,
    [streamId, keepFrom],
  );
  return rowCount ?? 0;
};
