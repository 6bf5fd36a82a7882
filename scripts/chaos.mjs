// `npm run chaos -- --writes 10000 --node-kills 50 --db-kills 10 --readers 200 --seed 1`: everything that can die dies
// while people write and read, and what they saw is checked.
import { show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

await prepare("schema", "server", "test");
process.exitCode = await show(process.execPath, ["test/dist/chaos/main.js", ...process.argv.slice(2)]);
