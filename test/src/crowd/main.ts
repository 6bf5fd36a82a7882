import { setMaxListeners } from "node:events";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { firstNames } from "@ordskifte/server/demo/content";
import { notedDoor } from "@ordskifte/server/demo/door-note";
import { Api } from "../house/api.js";
import { Participant } from "./participant.js";
import { Tally } from "./tally.js";
import { readWishes, WishError, type Wishes } from "./wishes.js";

/** People do not come all at once, but nearly. Milliseconds. */
const ARRIVAL_MS = 20_000;
const LINE_EVERY_MS = 1_000;

const DOOR =
  "query ($code: String!) { door(code: $code) { __typename ... on Door { title units { id name } } } }";

interface Door {
  readonly __typename: string;
  readonly title: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** The code that was given; else the one that a demo on this machine has noted beside its data. */
const codeFor = async ({ code, url }: Wishes): Promise<string> => {
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
  const dataDir = resolve(process.env["DATA_DIR"]?.trim() || ".data");
  const found = code ?? (isHere ? await notedDoor(dataDir) : null);
  if (found) return found;
  throw new WishError("Say which gathering, with --code CODE: the six characters on its door.");
};

const openDoor = async (url: string, code: string): Promise<Door> => {
  const door = await new Api(url).read<Door>(DOOR, { code }).catch(() => null);
  if (!door) throw new WishError(`Nobody answers at ${url}. Is the server running there?`);
  if (door.__typename === "Door") return door;
  throw new WishError(`No open gathering has the code ${code}.`);
};

const gather = (wishes: Wishes, code: string, door: Door, tally: Tally, ending: AbortSignal): Participant[] =>
  Array.from({ length: wishes.people }, (_, i) => {
    const unit = door.units[i % door.units.length] as Door["units"][number];
    const name = `${firstNames[i % firstNames.length]} ${1 + Math.floor(i / firstNames.length)}`;
    return new Participant(new Api(wishes.url), { code, name, unit }, tally, ending);
  });

/** One line that is written over on a terminal, and now and then a new one elsewhere. */
const showProgress = (tally: Tally, began: number): NodeJS.Timeout => {
  const isTerminal = process.stdout.isTTY;
  const show = (): void => {
    const seconds = Math.round((performance.now() - began) / 1_000);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    process.stdout.write(isTerminal ? `\r\x1b[2K${time}  ${tally.line()}` : `${time}  ${tally.line()}\n`);
  };
  return setInterval(show, isTerminal ? LINE_EVERY_MS : 10 * LINE_EVERY_MS);
};

const main = async (): Promise<void> => {
  const wishes = readWishes(process.argv.slice(2));
  const code = await codeFor(wishes);
  const door = await openDoor(wishes.url, code);
  console.log(
    `${wishes.people} people come to «${door.title}» at ${wishes.url} for ${wishes.minutes} minutes.`,
  );
  const tally = new Tally();
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => over.abort());
  const timer = setTimeout(() => over.abort(), wishes.minutes * 60_000);
  const progress = showProgress(tally, performance.now());
  const people = gather(wishes, code, door, tally, over.signal);
  const arrival = Math.min(ARRIVAL_MS, wishes.minutes * 10_000);
  const takeTurns = people.map(async (person) => {
    const comes = await delay(Math.random() * arrival, true, { signal: over.signal }).catch(() => false);
    if (comes) await person.takePart();
  });
  await Promise.all(takeTurns);
  clearTimeout(timer);
  for (const person of people) await person.leave();
  clearInterval(progress);
  console.log(`${process.stdout.isTTY ? "\n" : ""}${tally.summary()}`);
  process.exitCode = tally.lost > 0 || tally.joined === 0 ? 1 : 0;
};

await main().catch((error: unknown) => {
  console.error(error instanceof WishError ? error.message : error);
  process.exitCode = 1;
});
