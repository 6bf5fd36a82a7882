import { freePort } from "../start/launch.js";
import type { Balancer } from "./balancer.js";
import { Haproxy } from "./haproxy.js";
import { NodeProcess } from "./node-process.js";
import { SmallBalancer } from "./small-balancer.js";

export interface ClusterOptions {
  /** Where people come in; a free port where it is left out. */
  readonly port?: number;
  readonly nodes: number;
  readonly databaseUrl: string;
  /** Hints go through Postgres where it is null. */
  readonly redisUrl: string | null;
  /** HAProxy's program; a small balancer of our own where it is null. */
  readonly haproxy: string | null;
  readonly demo: boolean;
  /** More settings of the nodes. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

const startBalancer = (
  haproxy: string | null,
  port: number,
  nodePorts: readonly number[],
): Promise<Balancer> =>
  haproxy === null ? SmallBalancer.start(port, nodePorts) : Haproxy.start(haproxy, port, nodePorts);

/** Several nodes behind a balancer: what production is, on one machine. */
export class Cluster {
  private constructor(
    readonly url: string,
    readonly nodes: readonly NodeProcess[],
    private readonly balancer: Balancer,
  ) {}

  static async start(options: ClusterOptions): Promise<Cluster> {
    const nodes: NodeProcess[] = [];
    try {
      const door = options.port ?? (await freePort());
      const url = `http://127.0.0.1:${door}`;
      for (let i = 0; i < options.nodes; i++) {
        const node = await newNode(options, url, i);
        nodes.push(node);
        await node.start();
        options.say(`Node ${i + 1} is ready on port ${node.port}.`);
      }
      const ports = nodes.map((node) => node.port);
      return new Cluster(url, nodes, await startBalancer(options.haproxy, door, ports));
    } catch (error) {
      await Promise.all(nodes.map((node) => node.stop()));
      throw error;
    }
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
  }
}

/** The first node fills the database; the others find it filled. */
const newNode = async (
  { databaseUrl, redisUrl, demo, settings }: ClusterOptions,
  url: string,
  place: number,
): Promise<NodeProcess> =>
  new NodeProcess({
    PORT: String(await freePort()),
    DEMO: String(demo && place === 0),
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: url,
    ...(redisUrl !== null && { REDIS_URL: redisUrl }),
    ...settings,
  });
