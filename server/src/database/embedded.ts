import { join, resolve } from "node:path";
import { type Cluster, openCluster, SUPERUSER } from "./cluster.js";
import { claimFolder } from "./data-folder.js";
import { stopLeftover } from "./leftover.js";
import { type PostgresServer, startServer } from "./postgres-server.js";
import { stopWithProcess } from "./signals.js";

export interface EmbeddedPostgresOptions {
  /** The folder that holds everything; made when missing. One server at a time may use it. */
  dataDir: string;
  /** Told what is going on, one short line each. */
  log: (line: string) => void;
  /** False turns every wait for the disk off: for tests, whose data nobody misses. Default true. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Address for `pg`, with user and password, on 127.0.0.1. It stays the same when the server is started again. */
  url: string;
  /** Stops the server in order and gives the folder up. Repeating it is harmless. */
  stop(): Promise<void>;
  /** Called with a reason if the server ended by itself and could not be started again. */
  onExit(callback: (reason: string) => void): void;
}

/** How often a server that ends by itself is started again before it is given up. */
const RESTARTS = 3;

/**
 * Starts a real Postgres inside the data folder, listening on a free port of 127.0.0.1 alone. Recovers from a killed
 * Node or a killed Postgres. Throws DatabaseStartError, with one line for people, when it cannot start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const claim = await claimFolder(resolve(options.dataDir));
  try {
    const cluster = await prepare(join(claim.path, "postgres"), options);
    const server = await startServer(cluster, { durable: options.durable ?? true });
    return watchOver(cluster, server, options, () => claim.release());
  } catch (error) {
    await claim.release();
    throw error;
  }
}

async function prepare(folder: string, { log, durable = true }: EmbeddedPostgresOptions): Promise<Cluster> {
  if (await stopLeftover(join(folder, "cluster"))) log("Stopped a Postgres that an earlier run left behind.");
  return openCluster({ folder, durable });
}

function watchOver(
  cluster: Cluster,
  first: PostgresServer,
  options: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): EmbeddedPostgres {
  const exitCallbacks: ((reason: string) => void)[] = [];
  const keeper = keepRunning(cluster, first, options, (reason) =>
    exitCallbacks.forEach((tell) => tell(reason)),
  );
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= keeper.stop().then(forgetSignals).then(release));
  const forgetSignals = stopWithProcess({ inOrder: stop, atOnce: () => keeper.interrupt() });
  const url = `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${first.port}/postgres`;
  return { url, stop, onExit: (callback) => void exitCallbacks.push(callback) };
}

interface Keeper {
  stop(): Promise<void>;
  interrupt(): void;
}

/** Starts the server again, on the same port, when it ends without having been asked to. */
function keepRunning(
  cluster: Cluster,
  first: PostgresServer,
  { log, durable = true }: EmbeddedPostgresOptions,
  giveUp: (reason: string) => void,
): Keeper {
  let server = first;
  let isStopping = false;
  const attend = async (): Promise<void> => {
    for (let restarts = 0; ; restarts += 1) {
      const reason = await server.ended;
      if (isStopping) return;
      if (restarts === RESTARTS) return giveUp(reason);
      log(`Postgres ${reason}; starting it again.`);
      server = await startServer(cluster, { durable, port: first.port });
      if (isStopping) return server.stop();
    }
  };
  const attended = attend().catch((error: unknown) => giveUp(String(error)));
  return {
    stop: async () => {
      isStopping = true;
      await server.stop();
      await attended;
    },
    interrupt: () => server.interrupt(),
  };
}
