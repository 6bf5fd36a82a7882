import pg from "pg";
import type { Day } from "./day.js";

/** Shorter ones stand by chance in what is no word at all. */
const SHORTEST = 4;

/** All that people have written or are called, and the gatherings' codes, as the database holds it in the end. */
const PERSONAL = `SELECT name AS text FROM person UNION SELECT name FROM participant UNION SELECT name FROM unit
  UNION SELECT name FROM network UNION SELECT municipality FROM unit UNION SELECT title FROM gathering
  UNION SELECT join_code FROM gathering UNION SELECT value FROM contribution, jsonb_each_text(content)`;

const personalIn = async (databaseUrl: string): Promise<string[]> => {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const { rows } = await db.query<{ text: string | null }>(PERSONAL);
    return rows.map(({ text }) => text ?? "").filter((text) => text.length >= SHORTEST);
  } finally {
    await db.end();
  }
};

/** What of all that is in the server's log, or of the devices' session tokens; and of how much that was looked for. */
export const toldByLog = async (day: Day, log: string): Promise<{ told: string[]; among: number }> => {
  // A laptop that was left behind has signed out.
  const tokens = day.devices.map(({ line }) => line.token).filter((token) => token !== "");
  const secrets = [...(await personalIn(day.options.databaseUrl)), ...tokens];
  return { told: secrets.filter((secret) => log.includes(secret)), among: secrets.length };
};
