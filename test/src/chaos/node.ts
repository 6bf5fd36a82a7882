import { startServer } from "@ordskifte/server/server";
import { spoil } from "./faulty-parts.js";
import { HOW_MANY_FOUND, HOW_MANY_LISTEN, NODE_SETTINGS, READY, type NodeSettings } from "./node-settings.js";

/** One node, as it is in production but for the faults it is asked for. Ends in order on SIGTERM. */
const settings = JSON.parse(process.env[NODE_SETTINGS] ?? "") as NodeSettings;
let found = 0;
const server = await startServer({
  settings: {
    port: settings.port,
    host: "127.0.0.1",
    databaseUrl: settings.databaseUrl,
    logLevel: "error",
    // Few people write here for thousands.
    writesAMinute: 0,
  },
  prepare: async (app) => spoil(app, settings, () => (found += 1)),
});
process.once("SIGTERM", () => void server.stop().finally(() => process.exit(0)));
// Whoever started this node is gone: nobody would ever stop it.
process.once("disconnect", () => process.exit(1));
process.on("message", (asked) => {
  if (asked === HOW_MANY_LISTEN) process.send?.(server.app.feed.subscriberCount());
  if (asked === HOW_MANY_FOUND) process.send?.(found);
});
process.send?.(READY);
