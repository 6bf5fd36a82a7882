import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { HOW_MANY_FOUND, HOW_MANY_LISTEN, NODE_SETTINGS, READY, type NodeSettings } from "./node-settings.js";

/** Also when this file itself runs from its source: nodes run as they are built. */
const PROGRAM = fileURLToPath(new URL("../../dist/chaos/node.js", import.meta.url));

/** A node in a process of its own, always on the same port. */
export class ChaosNode {
  private child: ChildProcess | null = null;
  private said = "";

  constructor(readonly settings: NodeSettings) {}

  get port(): number {
    return this.settings.port;
  }

  /** Resolves when it can be used; throws with what it said where it ends before that. */
  async start(): Promise<void> {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, NODE_ENV: "production", [NODE_SETTINGS]: JSON.stringify(this.settings) };
    const child = fork(PROGRAM, { env, execArgv: ["--enable-source-maps"], silent: true });
    this.child = child;
    this.said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (this.said = `${this.said}${String(chunk)}`.slice(-4_000)));
    const word = await Promise.race([once(child, "message"), once(child, "exit")]);
    if (word[0] !== READY) throw new Error(`A node ended before it was ready:\n${this.said}`);
  }

  /** `kill -9`, and what comes after: it is started again. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** In order, as for a new version. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  /** How many listen to its feeds. Only to be asked while it runs. */
  listeners(): Promise<number> {
    return this.ask(HOW_MANY_LISTEN);
  }

  /** How many changes it has found since it was last started because it asked for heads, and no hint had come. */
  foundByAsking(): Promise<number> {
    return this.ask(HOW_MANY_FOUND);
  }

  private async ask(question: string): Promise<number> {
    const child = this.child as ChildProcess;
    const answer = once(child, "message");
    child.send(question);
    return Number((await answer)[0]);
  }

  /** Resolves when it says that it should get no work. */
  async saysNotReady(): Promise<void> {
    for (;;) {
      // On a connection of its own: one that was kept may lead to the node's former life.
      const response = await fetch(`http://127.0.0.1:${this.port}/readyz`, {
        headers: { connection: "close" },
      });
      if (response.status === 503) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  freeze(): void {
    this.child?.kill("SIGSTOP");
  }

  thaw(): void {
    this.child?.kill("SIGCONT");
  }

  /** What it said since it was last started: errors alone. */
  get words(): string {
    return this.said;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}
