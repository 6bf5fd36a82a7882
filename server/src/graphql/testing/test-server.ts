import { createTestDatabase } from "../../database/testing/test-database.js";
import type { Settings } from "../../kernel/settings.js";
import { type RunningServer, startServer, type ServerOptions } from "../../server.js";

/** A whole server of its own, on a database of its own, in this process. */
export async function startTestServer(
  settings: Partial<Settings> = {},
  options: Omit<ServerOptions, "settings"> = {},
): Promise<RunningServer> {
  const database = await createTestDatabase();
  // The cluster of the tests does not wait for disks; a server refuses to serve from such a one.
  const databaseUrl = `${database.url}?options=-c%20synchronous_commit%3Don`;
  const own = { databaseUrl, host: "127.0.0.1", port: 0, logLevel: "silent", spreadMs: 0 } as const;
  const server = await startServer({ ...options, settings: { ...own, ...settings } });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
}
