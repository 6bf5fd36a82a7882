import { onOwnServer } from "../histories/many.js";
import type { People } from "../house/hall.js";
import { deafen, MOST_HELD, type Waits } from "./deaf-sockets.js";
import { shoutAll } from "./malformed.js";
import { removeMany } from "./removals.js";
import { allTooLate, lingerAll } from "./silent-sockets.js";

type Say = (line: string) => void;

const DEAF = { sockets: 50, cards: 500, rounds: 10 };
const [REMOVALS, SILENT, SHOUTS] = [1_000, 2_000, 2_000];
const SEED = 1;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A machine with other work makes some rounds slow, with or without deaf sockets: the median of the rounds' own ratios counts. */
const tellWaits = (waits: readonly Waits[]): string => {
  const [quiet, deaf] = [median(waits.map((one) => one.quiet)), median(waits.map((one) => one.deaf))];
  const ratio = median(waits.map((one) => one.deaf / one.quiet));
  return `the others' p99: ${deaf.toFixed(0)} ms, ${quiet.toFixed(0)} ms while as many sockets read; ratio ${ratio.toFixed(2)} (goal at most 1.10)`;
};

const tellFaults = (what: string, count: number, faults: readonly string[]): string =>
  [`${what}: ${count}, faults: ${faults.length}`, ...faults.slice(0, 20)].join("\n");

const goDeaf = async (people: People, say: Say): Promise<boolean> => {
  const { mostHeld, heldBack, missed, waits } = await deafen(people, DEAF);
  const [sockets, cards] = [DEAF.sockets * DEAF.rounds, DEAF.cards * DEAF.rounds];
  say(
    `sockets that stopped reading: ${heldBack} of ${sockets}, ${DEAF.sockets} at a time, during ${cards} changes`,
  );
  say(`most bytes held back for one: ${mostHeld}; changes that a reader never got: ${missed}`);
  say(tellWaits(waits));
  return missed === 0 && heldBack === sockets && mostHeld <= MOST_HELD;
};

const staySilent = async (people: People, say: Say): Promise<boolean> => {
  const silence = await lingerAll(people, SILENT);
  const codes = [...silence.closings].map(([code, count]) => `${count} with ${code}`).join(", ");
  say(`sockets that never authenticate: ${SILENT}, closed: ${codes}`);
  say(`cards written and seen by others meanwhile: ${silence.cards}`);
  return allTooLate(silence, SILENT);
};

/** What the tests do with fewer, in full; answers whether all was as it should be. How long it takes decides nothing. */
export const tryHard = (say: Say): Promise<boolean> =>
  onOwnServer(async (people) => {
    const deaf = await goDeaf(people, say);
    const silent = await staySilent(people, say);
    const heard = await removeMany(people, REMOVALS);
    say(tellFaults("removals", REMOVALS, heard));
    const shouted = await shoutAll(people, SHOUTS, SEED);
    say(tellFaults("malformed messages", SHOUTS, shouted));
    return deaf && silent && heard.length === 0 && shouted.length === 0;
  });
