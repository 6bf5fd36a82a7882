import type { Queryable } from "../database/pool.js";

/**
 * FEED4: after a restore all streams stand where they stood at the backup, and go on from there to other ends. Another
 * epoch tells cursors of what happened meanwhile apart from those of what happens now. It is taken from the clock, so
 * that the same backup restored twice does not give the same epoch twice: seconds since 2026, which fit until 2057.
 * Answers how many streams there are.
 */
export const beginNewHistory = async (db: Queryable): Promise<number> => {
  const { rowCount } = await db.query(
    "UPDATE stream SET epoch = GREATEST(epoch + 1, extract(epoch FROM now() - timestamptz '2026-01-01 00:00Z')::int)",
  );
  return rowCount ?? 0;
};
