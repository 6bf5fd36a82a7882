import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** A server in a process of its own, whose functions are called from here. */
export class Child {
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private calls = 0;

  private constructor(private readonly child: ChildProcess) {
    child.on("message", (reply: Reply) => {
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
    child.once("exit", (code) => {
      for (const [id, settle] of this.waiting) settle({ id, error: `The server ended with ${code}.` });
    });
  }

  /** @param entry the compiled file below `bench`, such as `baselines/raw.js`. */
  static start(entry: string): Child {
    const file = fileURLToPath(new URL(`../${entry}`, import.meta.url));
    const execArgv = ["--expose-gc", ...(process.env["BENCH_EXEC_ARGV"]?.split(" ") ?? [])];
    return new Child(fork(file, { execArgv, stdio: ["ignore", "inherit", "inherit", "ipc"] }));
  }

  async call<Value>(name: string, given: object = {}): Promise<Value> {
    const id = ++this.calls;
    const reply = await new Promise<Reply>((resolve) => {
      this.waiting.set(id, resolve);
      this.child.send({ id, name, given });
    });
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply.value as Value;
  }

  /** Ends it in order, so that whatever it was asked to write at its end is written. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, "exit");
    this.child.disconnect();
    const impatience = setTimeout(() => this.child.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(impatience);
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const gone = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await gone;
  }
}
