import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@ordskifte/server/database/embedded";
import { Cluster } from "./cluster.js";
import { findHaproxy } from "./haproxy.js";
import { isRedisPresent, startRedis } from "./redis.js";

/** `npm run cluster -- --port 4000 --nodes 2 --redis --data .data/cluster`: stays until Ctrl-C. */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4000" },
    nodes: { type: "string", default: "2" },
    redis: { type: "boolean", default: false },
    data: { type: "string", default: ".data/cluster" },
  },
});

const say = (line: string): void => console.log(line);
const stops: (() => Promise<void>)[] = [];

const startParts = async (dataDir: string, haproxy: string): Promise<Cluster> => {
  await mkdir(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir, log: say });
  stops.unshift(() => postgres.stop());
  const redis = values.redis ? await startRedis() : null;
  if (redis) stops.unshift(() => redis.stop());
  const cluster = await Cluster.start({
    port: Number(values.port),
    nodes: Number(values.nodes),
    databaseUrl: postgres.url,
    redisUrl: redis?.url ?? null,
    haproxy,
    demo: true,
    say,
  });
  stops.unshift(() => cluster.stop());
  return cluster;
};

const run = async (haproxy: string): Promise<void> => {
  const asked = new Promise((stop) =>
    ["SIGINT", "SIGTERM", "SIGHUP"].forEach((signal) => process.on(signal, stop)),
  );
  try {
    const cluster = await startParts(resolve(values.data), haproxy);
    say(cluster.nodes[0]?.words.trim() ?? "");
    const hints = values.redis ? "hints by Redis" : "hints by Postgres";
    say(`The cluster is ready: ${cluster.url} (${cluster.nodes.length} nodes behind HAProxy, ${hints})`);
    await asked;
    say("Stopping …");
  } finally {
    for (const stop of stops) await stop();
  }
};

const missing = (program: string): void => {
  console.error(`npm run cluster needs ${program}, which is not installed: apt-get install ${program}`);
  process.exitCode = 1;
};

const haproxy = findHaproxy();
if (!haproxy) missing("haproxy");
else if (values.redis && !isRedisPresent()) missing("redis-server");
else await run(haproxy);
