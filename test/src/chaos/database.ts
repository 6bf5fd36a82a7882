import { execFile } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { openCluster, SUPERUSER, type Cluster } from "@ordskifte/server/database/cluster";
import { startServer, type PostgresServer } from "@ordskifte/server/database/postgres-server";

/** A Postgres of one's own, waiting for the disk at each commit, that can be killed and started again. */
export class FragileDatabase {
  private constructor(
    private readonly cluster: Cluster,
    private server: PostgresServer,
  ) {
    process.once("exit", this.interrupt);
  }

  static async start(folder: string): Promise<FragileDatabase> {
    const cluster = await openCluster({ folder, durable: true });
    return new FragileDatabase(cluster, await startServer(cluster, { durable: true }));
  }

  get url(): string {
    return `postgres://${SUPERUSER}:${this.cluster.password}@127.0.0.1:${this.server.port}/postgres`;
  }

  /** `kill -9` of the server and of all that works for it, so that nothing is written any more. Answers how many that were. */
  async kill(): Promise<number> {
    const [pid] = (await readFile(join(this.cluster.folder, "postmaster.pid"), "utf8"))
      .split("\n")
      .map(Number);
    // One that is born meanwhile would be left alive, and wait for ever for a lock that somebody dead holds.
    if (pid) send(pid, "SIGSTOP");
    const family = pid ? [pid, ...(await childrenOf(pid))] : [];
    for (const one of family) send(one, "SIGKILL");
    await this.server.ended;
    return family.length;
  }

  /** On the same port, recovering from its log. */
  async restart(): Promise<void> {
    this.server = await startServer(this.cluster, { durable: true, port: this.server.port });
  }

  /** Keeps a copy of all that is on the disk at this moment. The server is killed for it, and started again. */
  async backUp(): Promise<void> {
    await this.kill();
    await copyFolder(this.cluster.folder, this.backup);
    await this.restart();
  }

  /** The server goes on from the copy, and whatever was written since is gone. */
  async restore(): Promise<void> {
    await this.kill();
    await copyFolder(this.backup, this.cluster.folder);
    await this.restart();
  }

  private get backup(): string {
    return `${this.cluster.folder}.backup`;
  }

  /** Does something over a connection of its own. */
  async connected<T>(work: (db: pg.Client) => Promise<T>): Promise<T> {
    const db = new pg.Client({ connectionString: this.url });
    await db.connect();
    try {
      return await work(db);
    } finally {
      await db.end();
    }
  }

  async stop(): Promise<void> {
    process.off("exit", this.interrupt);
    await this.server.stop();
  }

  /** Whatever ends this process, the server does not stay behind. */
  private readonly interrupt = (): void => this.server.interrupt();
}

/** With owners and modes: Postgres starts from no folder that others may read. */
const copyFolder = async (from: string, to: string): Promise<void> => {
  await rm(to, { recursive: true, force: true });
  await promisify(execFile)("cp", ["-a", from, to]);
};

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended by itself, because the first of them did.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
};

const parentOf = async (pid: string): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
};

/** Where there is no `/proc` the children end by themselves, soon after the server. */
const childrenOf = async (pid: number): Promise<number[]> => {
  const names = await readdir("/proc").catch(() => []);
  const children: number[] = [];
  for (const name of names)
    if (/^\d+$/.test(name) && (await parentOf(name)) === pid) children.push(Number(name));
  return children;
};
