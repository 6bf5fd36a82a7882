import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PLACES = ["/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/opt/homebrew/bin/haproxy"];

/** Where HAProxy is installed, or null. */
export const findHaproxy = (): string | null =>
  PLACES.find((path) => existsSync(path)) ?? (spawnSync("haproxy", ["-v"]).status === 0 ? "haproxy" : null);

/** Nodes get work while they say that they are ready; sockets live as long as they like. */
const configuration = (port: number, nodePorts: readonly number[]): string => `global
  maxconn 4000

defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  timeout http-request 10s
  option redispatch 1
  # A request is kept until it is answered, so that it can be sent again.
  option http-buffer-request
  option http-keep-alive
  retries 3
  # Sending again is safe: the nodes know what they have done by the id of the write.
  retry-on conn-failure empty-response 503
  option forwardfor

frontend door
  bind 127.0.0.1:${port}
  http-request set-header X-Forwarded-Proto http
  http-request set-header X-Forwarded-Host %[req.hdr(host)]
  stats enable
  stats uri /balancer
  default_backend nodes

backend nodes
  balance leastconn
  option httpchk GET /readyz
  default-server check inter 200ms fall 1 rise 1
${nodePorts.map((nodePort, i) => `  server node${i + 1} 127.0.0.1:${nodePort}`).join("\n")}
`;

/** A balancer in front of nodes, on this machine's loopback. */
export class Haproxy {
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
    await writeFile(file, configuration(port, nodePorts));
    // -db: in the foreground, so that it is this process's child and ends with it.
    const child = spawn(program, ["-db", "-f", file], { stdio: ["ignore", "pipe", "pipe"] });
    const haproxy = new Haproxy(folder, child, port);
    await haproxy.untilReady();
    return haproxy;
  }

  /** Until the balancer, too, has seen that all nodes are ready. */
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
