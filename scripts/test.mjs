// `npm test`: everything that can fail, on built packages. Further arguments go to vitest.
import { show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

await prepare("schema", "server", "client", "test");
const vitest = ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
process.exitCode = await show(process.execPath, vitest, { NODE_ENV: "test" });
