// `npm run day`: a whole day for 120 people, played through at speed; `-- --people 60` for fewer.
import { show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

const args = process.argv.slice(2);
const valueOf = (name) => args[args.indexOf(name) + 1];
const people = args.includes("--people") ? valueOf("--people") : "120";

await prepare("schema", "server", "client");
const vitest = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--project",
  "test",
  "src/day",
  "--disable-console-intercept",
];
process.exitCode = await show(process.execPath, vitest, { NODE_ENV: "test", DAY_PEOPLE: people });
