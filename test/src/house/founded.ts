import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import { type BuiltServer, startBuilt, type Variables } from "./built-server.js";
import { foundPeople, type People } from "./hall.js";
import { ownDatabase } from "./own-database.js";

/** A built server on a database of its own, with the people of a network. */
export interface Founded {
  readonly database: TestDatabase;
  readonly server: BuiltServer;
  readonly people: People;
  /** Ends the server in order, and takes the database away. */
  stop(): Promise<void>;
}

/** Founds it; leaves nothing behind where that fails. */
export async function foundServer(variables: Variables = {}): Promise<Founded> {
  const database = await ownDatabase();
  let server: BuiltServer | null = null;
  const stop = async (): Promise<void> => {
    await server?.stop();
    await database.drop();
  };
  try {
    // A few people write here for all.
    server = await startBuilt({ DATABASE_URL: database.url, WRITES_A_MINUTE: "0", ...variables });
    return { database, server, people: await foundPeople(server.url, database.url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
