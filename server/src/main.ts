import type { GraphQLSchema } from "graphql";
import { loadDemo, wantsDemo } from "./demo/demo.js";
import { noteDoor } from "./demo/door-note.js";
import { welcome } from "./demo/welcome.js";
import { readSettings } from "./env.js";
import type { Settings } from "./kernel/settings.js";
import type { App } from "./modules/context.js";
import { startLine } from "./start-error.js";
import { startServer, type RunningServer } from "./server.js";

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  try {
    const settings = readSettings();
    const prepare = settings.demo ? prepareDemo : undefined;
    const server = await startServer({ settings, say, onLost: lose, prepare });
    stopOnSignals(server, settings);
    const addresses = settings.demo ? await welcome(server.app, server.url) : null;
    if (settings.demo && settings.databaseUrl === null) await noteDoor(server.app, settings.dataDir);
    say([addresses ?? "", `Ordskifte is ready: ${server.url}`].join("\n"));
  } catch (error) {
    console.error(startLine(error) ?? error);
    process.exit(1);
  }
}

async function prepareDemo(app: App, schema: GraphQLSchema): Promise<void> {
  if (!(await wantsDemo(app))) return;
  say("Filling the database with an invented network …");
  await loadDemo(app, schema);
}

function lose(reason: string): void {
  console.error(`The database is gone: ${reason}`);
  process.exit(1);
}

/** Whatever holds the stopping up, the process ends so long after it should have. */
const PATIENCE_MS = 15_000;

/** A terminal's Ctrl-C may reach us more than once, by way of npm: the first one counts. */
function stopOnSignals(server: RunningServer, { noticeMs, spreadMs }: Settings): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    say("Stopping …");
    setTimeout(() => process.exit(1), noticeMs + spreadMs + PATIENCE_MS).unref();
    void server.stop().finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

await main();
