// `npm run day`: a whole day for 120 people, played through at speed. `-- --people 60` for fewer; `-- --watch` opens a
// phone, the console and the projector in a browser meanwhile, and leaves pictures in .data/day.
import { fileURLToPath } from "node:url";
import { ROOT, show } from "./workspace/run.mjs";
import { prepare } from "./workspace/prepare.mjs";

const args = process.argv.slice(2);
const valueOf = (name) => args[args.indexOf(name) + 1];
const people = args.includes("--people") ? valueOf("--people") : "120";

await prepare("schema", "server", "client");
const watched = args.includes("--watch") ? { DAY_PICTURES: fileURLToPath(new URL(".data/day", ROOT)) } : {};
const only = args.includes("--watch") ? ["-t", "a day for all"] : [];
const vitest = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--project",
  "test",
  "src/day",
  "--disable-console-intercept",
  ...only,
];
process.exitCode = await show(process.execPath, vitest, { NODE_ENV: "test", DAY_PEOPLE: people, ...watched });
