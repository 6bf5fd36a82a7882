// `npm run pictures`: takes pictures of the real screens, from the demo, into docs/pictures.
import { show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

await prepare("schema", "server", "client", "test");
process.exitCode = await show(process.execPath, ["test/dist/pictures/main.js"]);
