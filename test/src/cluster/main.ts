import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Cluster } from "./cluster.js";
import { findHaproxy } from "./haproxy.js";

/** `npm run cluster -- --port 4000 --nodes 2 --data .data/cluster`: stays until Ctrl-C. */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4000" },
    nodes: { type: "string", default: "2" },
    data: { type: "string", default: ".data/cluster" },
  },
});

const say = (line: string): void => console.log(line);

const run = async (haproxy: string): Promise<void> => {
  const cluster = await Cluster.start({
    port: Number(values.port),
    nodes: Number(values.nodes),
    dataDir: resolve(values.data),
    haproxy,
    demo: true,
    say,
  });
  say(cluster.nodes[0]?.words.trim() ?? "");
  say(`The cluster is ready: ${cluster.url} (${cluster.nodes.length} nodes behind HAProxy)`);
  await new Promise((stop) =>
    ["SIGINT", "SIGTERM", "SIGHUP"].forEach((signal) => process.once(signal, stop)),
  );
  say("Stopping …");
  await cluster.stop();
};

const haproxy = findHaproxy();
if (haproxy) await run(haproxy);
else {
  console.error("npm run cluster needs HAProxy, which is not installed: apt-get install haproxy");
  process.exitCode = 1;
}
