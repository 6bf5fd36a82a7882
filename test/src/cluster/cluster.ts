import { mkdir } from "node:fs/promises";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@ordskifte/server/database/embedded";
import { freePort } from "../start/launch.js";
import { Haproxy } from "./haproxy.js";
import { NodeProcess } from "./node-process.js";

export interface ClusterOptions {
  /** Where people come in; a free port where it is left out. */
  readonly port?: number;
  readonly nodes: number;
  /** Where the database keeps its files; they stay. */
  readonly dataDir: string;
  readonly haproxy: string;
  readonly demo: boolean;
  readonly say: (line: string) => void;
}

/** Several nodes behind a balancer, and one Postgres: what production is, on one machine. */
export class Cluster {
  private constructor(
    readonly url: string,
    readonly nodes: readonly NodeProcess[],
    private readonly balancer: Haproxy,
    private readonly postgres: EmbeddedPostgres,
  ) {}

  static async start({ port, nodes: count, dataDir, haproxy, demo, say }: ClusterOptions): Promise<Cluster> {
    await mkdir(dataDir, { recursive: true });
    const postgres = await startEmbeddedPostgres({ dataDir, log: say });
    const nodes: NodeProcess[] = [];
    try {
      const door = port ?? (await freePort());
      const url = `http://127.0.0.1:${door}`;
      for (let i = 0; i < count; i++) {
        // The first fills the database; the others find it filled.
        const own = { PORT: await freePort(), DEMO: demo && i === 0 };
        const node = new NodeProcess({ ...own, DATABASE_URL: postgres.url, PUBLIC_URL: url });
        nodes.push(node);
        await node.start();
        say(`Node ${i + 1} is ready on port ${node.port}.`);
      }
      const ports = nodes.map((node) => node.port);
      return new Cluster(url, nodes, await Haproxy.start(haproxy, door, ports), postgres);
    } catch (error) {
      await Promise.all(nodes.map((node) => node.stop()));
      await postgres.stop();
      throw error;
    }
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  /** One node after the other, as for a new version. Answers the exit codes. */
  async restartAll(): Promise<(number | null)[]> {
    const codes: (number | null)[] = [];
    for (const node of this.nodes) {
      codes.push(await node.stop());
      await node.start();
      await this.balancer.untilAllUp();
    }
    return codes;
  }

  async stop(): Promise<void> {
    await this.balancer.stop();
    await Promise.all(this.nodes.map((node) => node.stop()));
    await this.postgres.stop();
  }
}
