// `npm run crowd -- --people 120 --minutes 3`: simulated participants for a gathering that somebody else leads.
import { show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

await prepare("schema", "server", "test");
process.exitCode = await show(process.execPath, ["test/dist/crowd/main.js", ...process.argv.slice(2)]);
