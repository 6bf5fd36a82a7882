import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const MAIN = resolve(import.meta.dirname, "../../../server/dist/main.js");
const READY = /Ordskifte is ready: (\S+)/;

export interface Variables {
  readonly DATABASE_URL?: string;
  readonly DATA_DIR?: string;
  readonly PORT?: string;
  readonly DEMO?: string;
  readonly LOG_LEVEL?: string;
  readonly WRITES_A_MINUTE?: string;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string;
}

/** The server as it is delivered, in a process of its own. */
export interface BuiltServer {
  readonly url: string;
  readonly port: number;
  /** What it has said on both outputs so far. */
  said(): string;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
  /** Ends it in order; answers its exit code. Harmless to repeat. */
  stop(): Promise<number | null>;
}

/** Starts the built server and resolves when it can be used; throws with what it said where it ends before that. */
export async function startBuilt(variables: Variables): Promise<BuiltServer> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, HOST: "127.0.0.1", PORT: "0", STOP_NOTICE_MS: "0", ...variables };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close").then(() => child.exitCode);
  const chunks: Buffer[] = [];
  const said = (): string => Buffer.concat(chunks).toString("utf8");
  const port = await new Promise<number>((ready, fail) => {
    const hear = (chunk: Buffer): void => {
      chunks.push(chunk);
      const url = READY.exec(said())?.[1];
      if (url) ready(Number(new URL(url).port));
    };
    for (const stream of [child.stdout, child.stderr]) stream.on("data", hear);
    void ended.then(() => fail(new Error(`The server ended before it was ready:\n${said()}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (isRunning(child)) child.kill(signal);
    return ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    said,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;
