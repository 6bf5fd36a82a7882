// `npm run bench -- --only vote-storm`: measures this machine and writes docs/BENCHMARKS.md.
import { show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

await prepare("schema", "server", "test");
process.exitCode = await show(process.execPath, ["test/dist/bench/main.js", ...process.argv.slice(2)]);
