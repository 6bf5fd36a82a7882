import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@ordskifte/server/database/migrate";
import { freePort } from "../start/launch.js";
import { ChaosNode } from "./chaos-node.js";
import { FragileDatabase } from "./database.js";
import { FaultProxy } from "./fault-proxy.js";
import type { LeftOut } from "./node-settings.js";
import { randomFrom } from "./random.js";

/** A node and the lines that lead to it: one for those who write, one for those who read. */
export interface Place {
  readonly node: ChaosNode;
  readonly writing: FaultProxy;
  readonly reading: FaultProxy;
}

export interface GroundOptions {
  readonly seed: number;
  readonly nodes: number;
  /** The last node loses every hint. */
  readonly losesHints: boolean;
  /** How far the last node's clock is off. Milliseconds. */
  readonly clockOffMs: number;
  /** For all nodes. */
  readonly leavesOut?: LeftOut;
}

const startPlace = async (databaseUrl: string, options: GroundOptions, index: number): Promise<Place> => {
  const isLast = index === options.nodes - 1;
  const node = new ChaosNode({
    port: await freePort(),
    databaseUrl,
    losesHints: isLast && options.losesHints,
    clockOffMs: isLast ? options.clockOffMs : 0,
    leavesOut: options.leavesOut ?? "nothing",
  });
  const line = (n: number): Promise<FaultProxy> =>
    FaultProxy.start({ target: () => node.port, random: randomFrom(options.seed * 31 + index * 2 + n) });
  const [writing, reading] = [await line(0), await line(1)];
  await node.start();
  return { node, writing, reading };
};

/** What all happens on: one Postgres, several nodes, and the lines to them. All of it on this machine's loopback. */
export class Ground {
  private constructor(
    private readonly folder: string,
    readonly database: FragileDatabase,
    readonly places: readonly Place[],
  ) {}

  static async start(options: GroundOptions): Promise<Ground> {
    const folder = await mkdtemp(join(tmpdir(), "ordskifte-chaos-"));
    const database = await FragileDatabase.start(folder);
    const places: Place[] = [];
    const ground = new Ground(folder, database, places);
    try {
      await migrate(database.url);
      for (let i = 0; i < options.nodes; i++) places.push(await startPlace(database.url, options, i));
      return ground;
    } catch (error) {
      await ground.stop();
      throw error;
    }
  }

  get lines(): readonly FaultProxy[] {
    return this.places.flatMap(({ writing, reading }) => [writing, reading]);
  }

  heal(): void {
    for (const line of this.lines) line.heal();
  }

  async stop(): Promise<void> {
    await Promise.all(this.lines.map((line) => line.close()));
    await Promise.all(this.places.map(({ node }) => node.kill()));
    await this.database.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
