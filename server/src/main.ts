import { readSettings } from "./env.js";
import { startLine } from "./start-error.js";
import { startServer, type RunningServer } from "./server.js";

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  try {
    const server = await startServer({ settings: readSettings(), say, onLost: lose });
    stopOnSignals(server);
    say(`Ordskifte is ready: ${server.url}`);
  } catch (error) {
    console.error(startLine(error) ?? error);
    process.exit(1);
  }
}

function lose(reason: string): void {
  console.error(`The database is gone: ${reason}`);
  process.exit(1);
}

/** Whatever holds the stopping up, the process ends after this long. */
const PATIENCE_MS = 15_000;

/** A terminal's Ctrl-C may reach us more than once, by way of npm: the first one counts. */
function stopOnSignals(server: RunningServer): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    say("Stopping …");
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    void server.stop().finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

await main();
