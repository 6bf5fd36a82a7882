import { Arrivals } from "../rig/arrivals.js";
import { Caller } from "../rig/caller.js";
import { Child } from "../rig/child.js";
import { BODY, follow, post, startOurs, type Ours, type Rig } from "../rig/contest.js";
import { atMost, type Goal } from "../rig/goals.js";
import { medians, ms, pause, percentile, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";

const PEOPLE = 1_000;
const MISSED = 20;
const PATIENCE_MS = 30_000;
/** How often a client that was cut off knocks. */
const KNOCK_MS = 50;

const connectAgain = async (port: number, token: string): Promise<Caller> => {
  for (;;) {
    try {
      return await Caller.connect(port, token);
    } catch {
      await pause(KNOCK_MS);
    }
  }
};

/** What happens while the others are away: a few cards, which are acknowledged. */
const writeMissed = async ({ port, told }: Ours, arrivals: Arrivals): Promise<void> => {
  const { token, boardId } = told.people[0] as Ours["told"]["people"][number];
  const caller = await Caller.connect(port, token);
  for (let i = 0; i < MISSED; i++) await caller.ask(post(boardId, `${arrivals.begin()}${BODY}`));
  caller.wire.end();
};

const measure = async (rig: Rig, cards: number) => {
  const people = Math.round(PEOPLE * rig.scale);
  const ours = await startOurs(rig, { people, boards: 1, cards });
  const arrivals = new Arrivals(people);
  await writeMissed(ours, arrivals);
  await ours.child.kill();
  const died = performance.now();
  const bytes: number[] = [];
  const back = ours.told.people.map(async ({ token, boardId }) => {
    const caller = await connectAgain(ours.port, token);
    caller.onFrame = (frame) => {
      bytes.push(frame.length);
      arrivals.hear(frame);
    };
    caller.follow(follow(boardId, "1.0"));
    return caller;
  });
  const child = Child.start("baselines/ours.js");
  await child.call("start", { databaseUrl: ours.databaseUrl, port: ours.port });
  const up = performance.now();
  const callers = await Promise.all(back);
  await arrivals.allWithin(PATIENCE_MS);
  const current = performance.now();
  for (const { wire } of callers) wire.end();
  await child.stop();
  return {
    boot: up - died,
    current: current - up,
    bytes: percentile(bytes, 0.5),
    lost: arrivals.lost,
  };
};

export const resume = async (rig: Rig): Promise<Result> => {
  const rows: string[][] = [];
  const goals: Goal[] = [];
  for (const cards of [0, 500]) {
    const runs: Awaited<ReturnType<typeof measure>>[] = [];
    for (let i = 0; i < rig.repetitions; i++) runs.push(await measure(rig, cards));
    const at = medians(runs);
    goals.push(atMost(`All current, ${cards} cards on the board`, at.current / 1_000, 3, " s"));
    rows.push([whole(cards), ms(at.boot), ms(at.current), whole(at.bytes), whole(at.lost)]);
  }
  return {
    title: `7. Resume of ${whole(PEOPLE * rig.scale)} clients at once after a node was killed`,
    about: `Milliseconds from \`kill -9\` until a new process listens (\`boot\`), and from then until every client has what it missed: ${MISSED} cards (\`current\`). All knock every ${KNOCK_MS} ms from the moment of death, which real clients spread. Bytes a client do not grow with the cards that lie on the board already.`,
    columns: ["cards on the board", "boot", "current", "bytes a client", "lost"],
    rows,
    goals,
  };
};
