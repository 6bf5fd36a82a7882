import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@ordskifte/server/server";
import { FragileDatabase } from "../chaos/database.js";
import { foundPeople, Hall, type People } from "../house/hall.js";
import { tellHistory, type Told } from "./tell.js";

const LENGTH = 100;

/** A server in this process, on a Postgres of its own. */
export const onOwnServer = async <T>(work: (people: People) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "ordskifte-histories-"));
  const database = await FragileDatabase.start(folder);
  const server = await startServer({
    settings: { port: 0, host: "127.0.0.1", databaseUrl: database.url, logLevel: "error", writesAMinute: 0 },
  });
  try {
    return await work(await foundPeople(server.url, database.url));
  } finally {
    await server.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Plays histories of so many seeds on a server and a Postgres of their own, telling each. */
export const tellMany = (
  first: number,
  count: number,
  say: (seed: number, told: Told) => void,
): Promise<void> =>
  onOwnServer(async (people) => {
    const stranger = (await Hall.open(people, "En annen samling")).author;
    for (let seed = first; seed < first + count; seed++)
      say(seed, await tellHistory(people, stranger, seed, LENGTH));
  });
