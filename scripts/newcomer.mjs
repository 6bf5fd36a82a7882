// `npm run newcomer`: times until one can type on a slow phone with a slow net, and a newcomer's walk to a posted card.
import { show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

await prepare("schema", "server", "client", "test");
process.exitCode = await show(process.execPath, ["test/dist/newcomer/main.js"]);
