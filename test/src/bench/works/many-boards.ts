import { Arrivals } from "../rig/arrivals.js";
import { Caller, inSteps } from "../rig/caller.js";
import { BODY, startOurs, startUsual, type Speaking, type Rig } from "../rig/contest.js";
import { atMost } from "../rig/goals.js";
import { medians, ms, pause, percentile, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";

const BOARDS = 20;
const PEOPLE_A_BOARD = 25;
const POSTS_A_SECOND_AND_BOARD = 5;
const FOR_SECONDS = 8;
/** By then a node knows that it is alone (BUS6). */
const WARM_SECONDS = 12;
const PATIENCE_MS = 15_000;

/** The people of all boards, and one who follows every board as a projector does. */
const arrive = async ({ port, people, follow }: Speaking, arrivals: Arrivals): Promise<Caller[]> => {
  const callers = await inSteps(people, 50, async ({ token, boardId }) => {
    const caller = await Caller.connect(port, token);
    caller.onFrame = arrivals.hear;
    caller.follow(follow(boardId));
    return caller;
  });
  const projector = await Caller.connect(port, people[0]?.token ?? null);
  projector.onFrame = arrivals.hear;
  for (const { boardId } of people.slice(0, BOARDS)) projector.follow(follow(boardId));
  await pause(500);
  return [...callers, projector];
};

/** Posts by one after the other, evenly, for so long. */
const postFor = async (
  contender: Speaking,
  callers: readonly Caller[],
  seconds: number,
  mark: () => string,
): Promise<void> => {
  const began = performance.now();
  const posts = seconds * BOARDS * POSTS_A_SECOND_AND_BOARD;
  for (let i = 0; i < posts; i++) {
    const due = began + (i * 1_000) / (BOARDS * POSTS_A_SECOND_AND_BOARD) - performance.now();
    if (due > 0) await pause(due);
    const place = i % (callers.length - 1);
    const { boardId } = contender.people[place] as Speaking["people"][number];
    void callers[place]?.askForText(contender.post(boardId, `${mark()}${BODY}`));
  }
};

const measure = async (contender: Speaking, seconds: number) => {
  const arrivals = new Arrivals(PEOPLE_A_BOARD + 1);
  const callers = await arrive(contender, arrivals);
  await postFor(contender, callers, WARM_SECONDS, () => "");
  await pause(500);
  const cpuBefore = contender.child.cpuMs;
  const began = performance.now();
  await postFor(contender, callers, seconds, () => arrivals.begin());
  const core = (contender.child.cpuMs - cpuBefore) / (performance.now() - began);
  await arrivals.allWithin(PATIENCE_MS);
  for (const { wire } of callers) wire.end();
  await contender.child.stop();
  const { delays, lost } = arrivals;
  return { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), core: core * 100, lost };
};

type Figures = Awaited<ReturnType<typeof measure>>;

const rowOf = (name: string, { p50, p99, core, lost }: Figures): string[] => [
  name,
  ms(p50),
  ms(p99),
  `${whole(core)} %`,
  whole(lost),
];

export const manyBoards = async (rig: Rig): Promise<Result> => {
  const hall = { people: BOARDS * PEOPLE_A_BOARD, boards: BOARDS };
  const seconds = FOR_SECONDS * rig.scale;
  const ours: Figures[] = [];
  const usual: Figures[] = [];
  for (let i = 0; i < rig.repetitions; i++) {
    ours.push(await measure(await startOurs(rig, hall), seconds));
    usual.push(await measure(await startUsual(rig, hall), seconds));
  }
  const at = medians(ours);
  return {
    title: `8. ${BOARDS} boards with ${PEOPLE_A_BOARD} people each, ${POSTS_A_SECOND_AND_BOARD} posts a second on each`,
    about:
      "Milliseconds from sending to the last of the board's people and a projector that follows all boards. That is 100 durable writes and 2,600 deliveries a second.",
    goals: [atMost("p99", at.p99, 15, " ms"), atMost("Of a core", at.core, 20, " %")],
    columns: ["contender", "p50", "p99", "core", "lost"],
    rows: [rowOf("Ordskifte", at), rowOf("usual stack", medians(usual))],
  };
};
