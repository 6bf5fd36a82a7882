import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Balancer } from "./balancer.js";

const PLACES = ["/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/opt/homebrew/bin/haproxy"];
const PRODUCTION = fileURLToPath(new URL("../../../haproxy.cfg", import.meta.url));

/** Where HAProxy is installed, or null. */
export const findHaproxy = (): string | null =>
  PLACES.find((path) => existsSync(path)) ?? (spawnSync("haproxy", ["-v"]).status === 0 ? "haproxy" : null);

/** Production's own configuration, with this machine's ports in the place of the containers, and a page that tells. */
const configuration = async (port: number, nodePorts: readonly number[]): Promise<string> => {
  const servers = nodePorts.map((nodePort, i) => `  server node${i + 1} 127.0.0.1:${nodePort}`);
  return (
    (await readFile(PRODUCTION, "utf8"))
      // Each connection takes two of the files that a process may have open here.
      .replace(/^ {2}maxconn .*$/m, "  maxconn 4000")
      .replace(/^resolvers docker\n(?: .*\n)+/m, "")
      .replace(" resolvers docker init-addr libc,none", "")
      .replace(/^ {2}bind .*$/m, `  bind 127.0.0.1:${port}\n  stats enable\n  stats uri /balancer`)
      .replace(/(?:^ {2}server .*\n)+/m, `${servers.join("\n")}\n`)
  );
};

/** A balancer in front of nodes, on this machine's loopback. */
export class Haproxy implements Balancer {
  private said = "";

  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (this.said = `${this.said}${String(chunk)}`.slice(-4_000)));
    process.once("exit", this.kill);
  }

  static async start(program: string, port: number, nodePorts: readonly number[]): Promise<Haproxy> {
    const folder = await mkdtemp(join(tmpdir(), "ordskifte-haproxy-"));
    const file = join(folder, "haproxy.cfg");
    await writeFile(file, await configuration(port, nodePorts));
    // -db: in the foreground, so that it is this process's child and ends with it.
    const child = spawn(program, ["-db", "-f", file], { stdio: ["ignore", "pipe", "pipe"] });
    const haproxy = new Haproxy(folder, child, port);
    await haproxy.untilReady();
    return haproxy;
  }

  async untilAllUp(): Promise<void> {
    for (;;) {
      const response = await fetch(`http://127.0.0.1:${this.port}/balancer;csv`);
      const lines = (await response.text()).split("\n").filter((line) => line.startsWith("nodes,node"));
      if (lines.length > 0 && lines.every((line) => line.includes(",UP,"))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    process.off("exit", this.kill);
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, "exit");
      this.child.kill("SIGKILL");
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private readonly kill = (): void => void this.child.kill("SIGKILL");

  private async untilReady(): Promise<void> {
    while (this.child.exitCode === null) {
      const response = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`HAProxy ended:\n${this.said}`);
  }
}
