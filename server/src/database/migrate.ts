import { createDataSource } from "./data-source.js";

/** Any number that nothing else takes such a lock on: "migrate!" in ASCII. */
const LOCK = "7883947309519137057";

/**
 * Brings the database at `url` to the newest migration; does nothing where it already is. Nodes that start at once do so
 * one after the other. Throws where one fails.
 */
export const migrate = async (url: string): Promise<void> => {
  // A migration takes as long as it takes, and so does waiting for another node's.
  const source = createDataSource(url, [], 1, { keepAlive: true });
  await source.initialize();
  try {
    // It has one connection only, so the lock is held by whatever runs on it, and goes with it.
    await source.query("SELECT pg_advisory_lock($1::bigint)", [LOCK]);
    await source.runMigrations({ transaction: "each" });
  } finally {
    await source.destroy();
  }
};
