import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Clock ticks of /proc, which Linux has at 100 a second. */
const TICK_MS = 10;
const FAREWELL_MS = 2_000;

/** What a process has used of a core so far, in milliseconds: asked of the kernel, since a server that is busy answers nobody. */
const usedBy = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};

/** A server in a process of its own, whose functions are called from here. */
export class Child {
  private static readonly running = new Set<Child>();
  /** Where each server leaves a profile of what its time went to; nowhere where this is null. */
  static profiles: string | null = null;
  /** As servers are run: with room for young objects. */
  static room: readonly string[] = ["--max-semi-space-size=64"];
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private calls = 0;

  private constructor(private readonly child: ChildProcess) {
    Child.running.add(this);
    child.on("message", (reply: Reply) => {
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
    child.once("exit", (code, signal) => {
      Child.running.delete(this);
      for (const [id, settle] of this.waiting)
        settle({ id, error: `The server ended with ${code ?? signal}.` });
    });
  }

  /** @param entry the compiled file below `bench`, such as `baselines/raw.js`. */
  static start(entry: string): Child {
    const file = fileURLToPath(new URL(`../${entry}`, import.meta.url));
    const profiling = Child.profiles ? ["--cpu-prof", `--cpu-prof-dir=${Child.profiles}`] : [];
    const execArgv = ["--expose-gc", "--no-warnings", ...Child.room, ...profiling];
    // As servers are run: graphql-js checks its values twice otherwise.
    const env = { ...process.env, NODE_ENV: "production" };
    return new Child(fork(file, { execArgv, env, stdio: ["ignore", "inherit", "inherit", "ipc"] }));
  }

  /** For a work that did not end in order: nothing of it is to be left for the next. */
  static async killAll(): Promise<void> {
    await Promise.all([...Child.running].map((child) => child.kill()));
  }

  /** Milliseconds of one core that the process has used since it began. */
  get cpuMs(): number {
    return usedBy(this.child.pid ?? 0);
  }

  async call<Value>(name: string, given: object = {}): Promise<Value> {
    const id = ++this.calls;
    const reply = await new Promise<Reply>((resolve) => {
      if (!this.child.connected) return resolve({ id, error: "The server has ended." });
      this.waiting.set(id, resolve);
      this.child.send({ id, name, given });
    });
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply.value as Value;
  }

  /** Ends it in order, so that whatever it was asked to write at its end is written; but one that is busy is not waited for. */
  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const gone = once(this.child, "exit");
    if (this.child.connected) this.child.disconnect();
    const impatience = setTimeout(() => this.child.kill("SIGKILL"), FAREWELL_MS);
    await gone;
    clearTimeout(impatience);
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const gone = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await gone;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}
