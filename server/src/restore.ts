import { openDatabase } from "./database-address.js";
import { createPool, PATIENCE } from "./database/pool.js";
import { readSettings } from "./env.js";
import { beginNewHistory } from "./live/new-history.js";
import { startLine } from "./start-error.js";

/**
 * `node server/dist/restore.js`, with the settings of the server: to be run once after a backup was restored, and before
 * the nodes are started. Screens that saw more than the backup holds then fetch a fresh picture, instead of going on
 * from one that no longer fits.
 */
async function main(): Promise<void> {
  const settings = readSettings();
  const say = (line: string): void => console.log(line);
  const database = await openDatabase({ settings, say, onLost: say });
  // All streams at once, for as long as it takes.
  const pool = createPool(database.url, 1, { ...PATIENCE, answerMs: 0 });
  try {
    const streams = await beginNewHistory(pool);
    say(`A new history begins for ${streams} streams.`);
  } finally {
    await pool.end();
    await database.stop();
  }
}

await main().catch((error: unknown) => {
  console.error(startLine(error) ?? error);
  process.exitCode = 1;
});
