import { BODY, startOurs, startRaw, startUsual, type Rig } from "../rig/contest.js";
import { atMost, type Goal } from "../rig/goals.js";
import { medians, ms, whole } from "../rig/figures.js";
import { Audience, evenly, type Posted } from "../rig/posting.js";
import type { Bar, Result } from "../rig/report.js";

const PEOPLE = [1_000, 2_000];
const POSTS_A_SECOND = 20;
const FOR_SECONDS = 6;
const WARM_SECONDS = 2;

/** A usual stack that lags behind would be in the way of the others: it gets a fresh one each time, and is last. */
const usualAlone = async (rig: Rig, people: number, seconds: number): Promise<Posted> => {
  const audience = await Audience.gather(await startUsual(rig, { people, boards: 1 }));
  const posted = await audience.post(evenly(POSTS_A_SECOND, seconds), BODY);
  await audience.disperse();
  return posted;
};

const compare = async (rig: Rig, people: number) => {
  const seconds = FOR_SECONDS * rig.scale;
  const ours = await Audience.gather(await startOurs(rig, { people, boards: 1 }));
  const raw = await Audience.gather(await startRaw(people));
  const runs: Record<"raw" | "ours" | "usual", Posted[]> = { raw: [], ours: [], usual: [] };
  for (const audience of [ours, raw]) await audience.post(evenly(POSTS_A_SECOND, WARM_SECONDS), BODY);
  for (let i = 0; i < rig.repetitions; i++) {
    runs.ours.push(await ours.post(evenly(POSTS_A_SECOND, seconds), BODY));
    runs.raw.push(await raw.post(evenly(POSTS_A_SECOND, seconds), BODY));
    rig.say(`whole-path, ${people}: ${JSON.stringify([runs.ours.at(-1), runs.raw.at(-1)])}`);
    runs.usual.push(await usualAlone(rig, people, seconds));
  }
  await Promise.all([ours.disperse(), raw.disperse()]);
  return { raw: medians(runs.raw), ours: medians(runs.ours), usual: medians(runs.usual) };
};

const rowOf = (people: number, name: string, { p50, p99, core, lost }: Record<keyof Posted, number>) => [
  whole(people),
  name,
  ms(p50),
  ms(p99),
  `${whole(core)} %`,
  whole(lost),
];

export const wholePath = async (rig: Rig): Promise<Result> => {
  const rows: string[][] = [];
  const bars: Bar[] = [];
  const goals: Goal[] = [];
  for (const people of PEOPLE) {
    const { raw, ours, usual } = await compare(rig, people);
    rows.push(
      rowOf(people, "raw", raw),
      rowOf(people, "Ordskifte", ours),
      rowOf(people, "usual stack", usual),
    );
    goals.push(
      atMost(`p50 : raw's, ${whole(people)} subscribers`, ours.p50 / raw.p50, 2),
      atMost(`p99, ${whole(people)} subscribers`, ours.p99, people < 2_000 ? 50 : 60, " ms"),
    );
    for (const [name, { p99 }] of [
      ["raw", raw],
      ["Ordskifte", ours],
      ["usual stack", usual],
    ] as const)
      bars.push({
        label: `${name}, ${whole(people)} subscribers`,
        value: p99,
        unit: "ms p99",
        isOurs: name === "Ordskifte",
      });
  }
  return {
    title: "2. The whole path: 20 durable posts a second on one board, to the last subscriber",
    about:
      "Milliseconds from the moment the load generator sends the mutation until the last of all subscribers has the frame. Ours goes: socket, session, rules, group commit with fsync, log, window, frame. The raw server keeps nothing. `core` is the server process's share of one core while it lasts, without Postgres.",
    columns: ["subscribers", "contender", "p50", "p99", "core", "lost"],
    rows,
    bars,
    goals,
  };
};
