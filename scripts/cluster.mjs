// `npm run cluster -- --port 4000 --nodes 2 --redis`: several nodes, HAProxy, one Postgres and, where it is asked for, Redis.
import { show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

await prepare("schema", "server", "client", "test");
process.exitCode = await show(process.execPath, ["test/dist/cluster/main.js", ...process.argv.slice(2)]);
