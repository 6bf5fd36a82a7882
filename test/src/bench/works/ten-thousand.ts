import { Caller, inSteps } from "../rig/caller.js";
import { BODY, startOurs, type Ours, type Rig } from "../rig/contest.js";
import { atMost } from "../rig/goals.js";
import { medians, ms, pause, whole } from "../rig/figures.js";
import { Audience, evenly } from "../rig/posting.js";
import type { Result } from "../rig/report.js";
import { BALLOTS, storm, votingIn } from "../rig/storm.js";

const PEOPLE = 10_000;
const POSTS_A_SECOND = 20;
const FOR_SECONDS = 8;
const STORM_MS = 10_000;
/** Handshakes that are under way at a time. */
const AT_A_TIME = 200;
const PATIENCE_MS = 60_000;

const followersOf = ({ child }: Ours): Promise<number> => child.call<number>("subscribers");

const allFollow = async (ours: Ours, people: number): Promise<void> => {
  const until = performance.now() + PATIENCE_MS;
  while ((await followersOf(ours)) < people) {
    if (performance.now() > until) throw new Error("Not everybody could follow.");
    await pause(20);
  }
};

const connectAll = async (ours: Ours): Promise<{ callers: Caller[]; tookMs: number }> => {
  const began = performance.now();
  const callers = await inSteps(ours.people, AT_A_TIME, async ({ token, boardId }) => {
    const caller = await Caller.connect(ours.port, token);
    caller.follow(ours.follow(boardId));
    return caller;
  });
  await allFollow(ours, ours.people.length);
  return { callers, tookMs: performance.now() - began };
};

const measure = async (rig: Rig) => {
  const people = Math.round(PEOPLE * rig.scale);
  const ours = await startOurs(rig, { people, boards: 1, cards: 20 });
  const { callers, tookMs } = await connectAll(ours);
  const audience = new Audience(ours, callers);
  await audience.post(evenly(POSTS_A_SECOND, 1), BODY);
  const posted = await audience.post(evenly(POSTS_A_SECOND, FOR_SECONDS * rig.scale), BODY);
  const voting = await votingIn(ours);
  for (const caller of callers) caller.follow(voting.watch);
  await allFollow(ours, people * 2);
  await pause(1_000);
  const stormed = await storm(voting, callers, STORM_MS * rig.scale);
  await audience.disperse();
  return {
    connect: tookMs,
    postP50: posted.p50,
    postP99: posted.p99,
    postCore: posted.core,
    postLost: posted.lost,
    ackP50: stormed.p50,
    ackP99: stormed.p99,
    lagP50: stormed.lagP50,
    lagP99: stormed.lagP99,
    stormCore: stormed.core,
    unacknowledged: people * BALLOTS - stormed.acknowledged,
    unheard: stormed.unheard,
    wrong: stormed.wrong,
  };
};

export const tenThousand = async (rig: Rig): Promise<Result> => {
  const runs: Awaited<ReturnType<typeof measure>>[] = [];
  for (let i = 0; i < rig.repetitions; i++) {
    runs.push(await measure(rig));
    rig.say(`ten-thousand: ${JSON.stringify(runs.at(-1))}`);
  }
  const at = medians(runs);
  const people = Math.round(PEOPLE * rig.scale);
  const lost = at.unacknowledged + at.unheard + at.wrong;
  return {
    title: `9. ${whole(people)} subscribers on one node`,
    about: `Everybody connects, says who they are and follows one board, ${AT_A_TIME} at a time; then 20 durable posts a second on that board, to the last of all; then each casts ${BALLOTS} ballots in 10 seconds, all watching. \`Answered\` is from a ballot to its durable acknowledgement, \`to all\` from a person's first ballot until the last of all has heard the new count. The load generator, which hears all this, has the other core.`,
    columns: ["what", "p50", "p99", "core", "lost"],
    rows: [
      ["connect and follow", ms(at.connect), "", "", ""],
      [
        "20 posts a second, to all",
        ms(at.postP50),
        ms(at.postP99),
        `${whole(at.postCore)} %`,
        whole(at.postLost),
      ],
      ["vote storm, answered", ms(at.ackP50), ms(at.ackP99), `${whole(at.stormCore)} %`, whole(lost)],
      ["vote storm, to all", ms(at.lagP50), ms(at.lagP99), "", ""],
    ],
    goals: [
      atMost("Connected", at.connect / 1_000, 5, " s"),
      atMost("Post to all, p99", at.postP99, 500, " ms"),
      atMost("Vote to all, p99", at.lagP99, 700, " ms"),
      atMost("Lost", lost + at.postLost, 0),
    ],
    bars: [
      { label: "connect and follow", value: at.connect, unit: "ms", isOurs: true },
      { label: "post to all", value: at.postP99, unit: "ms p99", isOurs: true },
      { label: "vote to all", value: at.lagP99, unit: "ms p99", isOurs: true },
    ],
  };
};
