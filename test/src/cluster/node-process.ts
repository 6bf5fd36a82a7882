import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { setTimeout as delay } from "node:timers/promises";

const MAIN = fileURLToPath(new URL("../../../server/dist/main.js", import.meta.url));
const POLL_MS = 50;

export interface NodeVariables extends Readonly<Record<string, string>> {
  readonly PORT: string;
  readonly DATABASE_URL: string;
  readonly PUBLIC_URL: string;
}

/** The built server, as it is in production, in a process of its own behind a balancer. */
export class NodeProcess {
  private child: ChildProcess | null = null;
  private said = "";

  constructor(private readonly variables: NodeVariables) {
    process.once("exit", () => this.child?.kill("SIGKILL"));
  }

  get port(): number {
    return Number(this.variables.PORT);
  }

  /** All that it has said since it was last started. */
  get words(): string {
    return this.said;
  }

  /** Resolves when it is ready; throws with what it said where it ends before that. */
  async start(): Promise<void> {
    const { PATH, HOME } = process.env;
    const own = {
      HOST: "127.0.0.1",
      TRUST_PROXY: "true",
      NODE_ENV: "production",
      FREE_FORM_OPERATIONS: "true",
    };
    const env = { PATH, HOME, ...own, ...this.variables };
    const child = spawn(process.execPath, ["--enable-source-maps", MAIN], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    this.said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (this.said += String(chunk)));
    await this.untilReady(child);
  }

  /** In order, as for a new version. Answers its exit code. */
  async stop(): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = once(child, "exit") as Promise<[number | null]>;
    child.kill("SIGTERM");
    const [code] = await ended;
    return code;
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    while (child.exitCode === null && child.signalCode === null) {
      const response = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
      if (response?.ok) return;
      await delay(POLL_MS);
    }
    throw new Error(`The node ended before it was ready:\n${this.said}`);
  }
}
