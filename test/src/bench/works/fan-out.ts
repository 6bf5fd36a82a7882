import { Caller } from "../rig/caller.js";
import { BODY, startOurs, startRaw, startUsual, type Ours, type Rig } from "../rig/contest.js";
import { atLeast, type Goal } from "../rig/goals.js";
import { median, medians, pause, ratio, whole } from "../rig/figures.js";
import { gather, gatherMercurius, gatherSocketIo, gatherYoga, type Broadcaster } from "../rig/neighbours.js";
import type { Bar, Result } from "../rig/report.js";
import { disperse, inTurns, type Delivered } from "../rig/saturation.js";

const PEOPLE = [100, 500, 1_000, 2_000];
/** The neighbours are slower by far; two sizes tell how they grow. */
const NEIGHBOURS_PEOPLE = [100, 1_000];

/** Our own server with one board whose changes the bench makes; see ours-one-board.ts. */
const startOneBoard = async (rig: Rig, people: number): Promise<Ours> => {
  const ours = await startOurs(rig, { people, boards: 1, ownFeed: true });
  await ours.child.call("prepareCard", { boardId: ours.told.boards[0], body: BODY });
  return ours;
};

/** A frame of ours, whose text the raw broadcast then sends. */
const sampleOf = async ({ child, port, people, follow }: Ours): Promise<string> => {
  // Not the card's author, who gets a frame of their own.
  const { token, boardId } = people[1] as Ours["people"][number];
  const caller = await Caller.connect(port, token);
  const came = new Promise<string>((resolve) => (caller.onFrame = (text) => resolve(text.toString())));
  caller.follow(follow(boardId));
  while ((await Promise.race([came, pause(100)])) === undefined) await child.call("saturate", { forMs: 1 });
  caller.wire.end();
  return came;
};

type Gather = (people: number) => Promise<Broadcaster>;

/** The raw broadcast, ours and whoever else, all with so many people, in turns. */
const contest = async (rig: Rig, people: number, others: readonly Gather[]) => {
  const one = await startOneBoard(rig, people);
  const sample = await sampleOf(one);
  const crowds = [await gather(one), await gather(await startRaw(people))];
  for (const other of others) crowds.push(await other(people));
  await pause(500);
  const figures = await inTurns(rig, crowds, sample);
  await disperse(crowds);
  rig.say(`${people} subscribers: ${JSON.stringify(Object.fromEntries(figures))}`);
  return [...figures].map(([name, runs]): Standing => standingOf(name, runs, figures));
};

interface Standing {
  readonly name: string;
  readonly at: Record<keyof Delivered, number>;
  /** Shares of what the raw broadcast came to in the same repetition. */
  readonly ofRaw: number;
  readonly cpuOfRaw: number;
}

const RAW = "raw ws broadcast";
const OURS = "Ordskifte";

const standingOf = (
  name: string,
  runs: readonly Delivered[],
  all: ReadonlyMap<string, readonly Delivered[]>,
): Standing => {
  const raw = all.get(RAW) ?? [];
  return {
    name,
    at: medians(runs),
    ofRaw: median(runs.map(({ rate }, i) => rate / (raw[i]?.rate ?? 0))),
    cpuOfRaw: median(runs.map(({ cpuUs }, i) => (raw[i]?.cpuUs ?? 0) / cpuUs)),
  };
};

const rowOf = (people: number, { name, at, ofRaw, cpuOfRaw }: Standing): string[] => [
  whole(people),
  name,
  whole(at.rate),
  ratio(ofRaw),
  at.cpuUs.toFixed(1),
  ratio(cpuOfRaw),
  whole(at.lost),
];

const barsOf = (people: number, standings: readonly Standing[]): Bar[] =>
  standings
    .filter(({ name }) => name !== RAW)
    .map(({ name, ofRaw }) => ({
      label: `${name}, ${whole(people)} subscribers`,
      value: ofRaw * 100,
      unit: "% of raw",
      isOurs: name === OURS,
    }));

const USUAL = "usual stack";

const goalsOf = (people: number, standings: readonly Standing[]): Goal[] => {
  const ours = standings.find(({ name }) => name === OURS);
  const usual = standings.find(({ name }) => name === USUAL);
  if (!ours) return [];
  const subscribers = `${whole(people)} subscribers`;
  return [
    atLeast(`Of the raw limit, ${subscribers}`, ours.ofRaw, people < 500 ? 0.65 : 0.9),
    ...(usual ? [atLeast(`Times the usual stack, ${subscribers}`, ours.ofRaw / usual.ofRaw, 6)] : []),
  ];
};

const COLUMNS = ["subscribers", "contender", "delivered/s", "of raw", "µs each", "raw's µs : µs", "lost"];

const resultOf = async (rig: Rig, sizes: readonly number[], others: readonly Gather[]) => {
  const rows: string[][] = [];
  const bars: Bar[] = [];
  const goals: Goal[] = [];
  for (const size of sizes) {
    const standings = await contest(rig, size, others);
    rows.push(...standings.map((standing) => rowOf(size, standing)));
    bars.push(...barsOf(size, standings));
    goals.push(...goalsOf(size, standings));
  }
  return { columns: COLUMNS, rows, bars, goals };
};

export const fanOut = async (rig: Rig): Promise<Result> => ({
  title: "1. Fan-out of one board at saturation, no coalescing",
  about:
    "Delivered messages a second, and microseconds of the server's process for each, as the kernel counts them. Each change is presented, executed, serialised and framed on its own; the changes are made in the server's process, as the other contenders make theirs, so this is the fan-out alone. The raw broadcast sends a frame of ours, as it is. `Lost` counts messages that were published and did not come.",
  ...(await resultOf(rig, PEOPLE, [async (people) => gather(await startUsual(rig, { people, boards: 1 }))])),
});

export const neighbours = async (rig: Rig): Promise<Result> => ({
  title: "1b. The same, beside socket.io, Mercurius and GraphQL Yoga",
  about:
    "The fan-out alone, as above. A socket.io room sends one text to all and knows no selections; Mercurius and Yoga (over graphql-ws) execute the subscriber's selection for each subscriber, on the usual stack's schema.",
  ...(await resultOf(rig, NEIGHBOURS_PEOPLE, [gatherSocketIo, gatherMercurius, gatherYoga])),
});
