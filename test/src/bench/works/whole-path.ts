import { randomUUID } from "node:crypto";
import { Caller, inSteps } from "../rig/caller.js";
import { BODY, startOurs, startRaw, startUsual, type Contender, type Rig } from "../rig/contest.js";
import { Arrivals } from "../rig/arrivals.js";
import { medians, ms, pause, percentile, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";

const PEOPLE = [500, 1_000];
const POSTS_A_SECOND = 20;
const FOR_SECONDS = 8;
/** How long one waits for what has not come. */
const PATIENCE_MS = 20_000;

/** What everybody says to the raw server; as long as a frame of ours is. */
const FRAME_BYTES = 1_150;
const rawFrame = (mark: string): string =>
  JSON.stringify({ say: `{"id":"s${randomUUID()}","payload":"${mark}${"x".repeat(FRAME_BYTES)}"}` });

interface Figures {
  readonly p50: number;
  readonly p99: number;
  /** The share of one core that the server used. */
  readonly core: number;
  readonly lost: number;
}

const arrive = async ({ port, people, follow }: Contender, arrivals: Arrivals): Promise<Caller[]> => {
  const callers = await inSteps(people, 50, async ({ token, boardId }) => {
    const caller = await Caller.connect(port, token);
    caller.onFrame = arrivals.hear;
    const operation = follow(boardId);
    if (operation.query) caller.follow(operation);
    return caller;
  });
  await pause(500);
  return callers;
};

const say = (contender: Contender, callers: readonly Caller[], place: number, mark: string): void => {
  const { boardId } = contender.people[place] as Contender["people"][number];
  const operation = contender.post(boardId, `${mark}${BODY}`);
  if (operation.query) void callers[place]?.ask(operation);
  else callers[place]?.wire.send(rawFrame(mark));
};

const measure = async (contender: Contender, seconds: number): Promise<Figures> => {
  const arrivals = new Arrivals(contender.people.length);
  const callers = await arrive(contender, arrivals);
  const cpuBefore = contender.child.cpuMs;
  const began = performance.now();
  for (let i = 0; i < seconds * POSTS_A_SECOND; i++) {
    const due = began + (i * 1_000) / POSTS_A_SECOND - performance.now();
    if (due > 0) await pause(due);
    say(contender, callers, i % callers.length, arrivals.begin());
  }
  const core = (contender.child.cpuMs - cpuBefore) / (performance.now() - began);
  await arrivals.allWithin(PATIENCE_MS);
  for (const { wire } of callers) wire.end();
  await contender.child.stop();
  const { delays, lost } = arrivals;
  return { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), core: core * 100, lost };
};

const compare = async (rig: Rig, people: number) => {
  const seconds = FOR_SECONDS * rig.scale;
  const runs: Record<"raw" | "ours" | "usual", Figures[]> = { raw: [], ours: [], usual: [] };
  for (let i = 0; i < rig.repetitions; i++) {
    runs.ours.push(await measure(await startOurs(rig, { people, boards: 1 }), seconds));
    runs.raw.push(await measure(await startRaw(people), seconds));
    runs.usual.push(await measure(await startUsual(rig, { people, boards: 1 }), seconds));
  }
  return { raw: medians(runs.raw), ours: medians(runs.ours), usual: medians(runs.usual) };
};

const rowOf = (people: number, name: string, { p50, p99, core, lost }: Figures): string[] => [
  whole(people),
  name,
  ms(p50),
  ms(p99),
  `${whole(core)} %`,
  whole(lost),
];

export const wholePath = async (rig: Rig): Promise<Result> => {
  const rows: string[][] = [];
  const bars: NonNullable<Result["bars"]>[number][] = [];
  for (const people of PEOPLE) {
    const { raw, ours, usual } = await compare(rig, people);
    rows.push(
      rowOf(people, "raw", raw),
      rowOf(people, "Ordskifte", ours),
      rowOf(people, "usual stack", usual),
    );
    bars.push(
      { label: `Ordskifte, ${people} subscribers`, value: ours.p99, unit: "ms p99", isOurs: true },
      { label: `usual stack, ${people} subscribers`, value: usual.p99, unit: "ms p99", isOurs: false },
    );
  }
  return {
    title: "2. The whole path: 20 durable posts a second on one board, to the last subscriber",
    about:
      "Milliseconds from the moment the load generator sends the mutation until the last of all subscribers has the frame. Ours goes: socket, session, rules, group commit with fsync, log, window, frame, with the usual short rest between frames. The raw server keeps nothing. `core` is the server process's share of one core while it lasts, without Postgres.",
    columns: ["subscribers", "contender", "p50", "p99", "core", "lost"],
    rows,
    bars,
  };
};
