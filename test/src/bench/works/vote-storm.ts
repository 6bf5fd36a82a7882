import { randomUUID } from "node:crypto";
import { Caller, inSteps, type Operation } from "../rig/caller.js";
import { startOurs, startUsual, type Contender, type Rig } from "../rig/contest.js";
import { documentOf } from "../rig/documents.js";
import { medians, ms, pause, percentile, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";

const PEOPLE = 1_000;
const BALLOTS = 3;
const FOR_MS = 10_000;
const PATIENCE_MS = 30_000;

const CAST = documentOf("CastBallot");
const FEED = documentOf("GatheringFeed");

interface Voting {
  readonly contender: Contender;
  readonly roundId: string;
  readonly watch: Operation;
  ballot(place: number, choices: readonly { ideaId: string; dots: number }[]): Operation;
  readonly ideas: readonly string[];
}

const oursVoting = async (rig: Rig, people: number): Promise<Voting> => {
  const ours = await startOurs(rig, { people, boards: 1, cards: 20 });
  const { roundId, ideas } = await ours.child.call<{ roundId: string; ideas: string[] }>("openRound");
  const variables = {
    gatheringId: ours.told.gatheringId,
    cursor: null,
    parts: ["PROGRAMME", "GROUPS", "VOTING"],
  };
  return {
    contender: ours,
    roundId,
    ideas,
    watch: { query: FEED, variables },
    ballot: (_place, choices) => ({
      query: CAST,
      variables: { input: { clientMutationId: randomUUID(), roundId, choices } },
    }),
  };
};

const usualVoting = async (rig: Rig, people: number): Promise<Voting> => {
  const usual = await startUsual(rig, { people, boards: 1 });
  const { roundId, ideas } = usual;
  return {
    contender: usual,
    roundId,
    ideas,
    watch: {
      query:
        "subscription ($roundId: ID!) { votesCounted(roundId: $roundId) { roundId votedCount voterCount } }",
      variables: { roundId },
    },
    ballot: (place, choices) => ({
      query:
        "mutation ($input: CastVote!) { castVote(input: $input) { __typename roundId votedCount voterCount } }",
      variables: { input: { roundId, voter: place, choices } },
    }),
  };
};

interface Figures {
  readonly acknowledged: number;
  readonly p50: number;
  readonly p99: number;
  readonly core: number;
  readonly framesEach: number;
  readonly wrong: number;
}

const chosenDots = (ideas: readonly string[], place: number, turn: number) =>
  [0, 1, 2].map((i) => ({ ideaId: ideas[(place + turn * 5 + i * 7) % ideas.length] as string, dots: 1 }));

const isAcknowledged = (answer: unknown): boolean => {
  const text = JSON.stringify(answer);
  return text.includes('"BallotCast"') || text.includes('"VoteCount"');
};

/** Everybody casts at their own times, evenly over the whole. */
const storm = async ({ contender, ballot, ideas }: Voting, callers: readonly Caller[], forMs: number) => {
  const delays: number[] = [];
  const step = forMs / (callers.length * BALLOTS);
  const began = performance.now();
  const cpuBefore = contender.child.cpuMs;
  const waiting: Promise<void>[] = [];
  for (let i = 0; i < callers.length * BALLOTS; i++) {
    const due = began + i * step - performance.now();
    if (due > 0) await pause(due);
    const place = i % callers.length;
    const at = performance.now();
    const operation = ballot(place, chosenDots(ideas, place, Math.floor(i / callers.length)));
    const answered = (callers[place] as Caller).ask(operation).then((answer) => {
      if (isAcknowledged(answer)) delays.push(performance.now() - at);
    });
    waiting.push(answered);
  }
  await Promise.race([Promise.all(waiting), pause(PATIENCE_MS)]);
  const tookMs = performance.now() - began;
  const core = (contender.child.cpuMs - cpuBefore) / tookMs;
  return { delays: [...delays], core, tookMs };
};

const measure = async (voting: Voting, scale: number): Promise<Figures> => {
  const { contender, watch, roundId } = voting;
  const callers = await inSteps(contender.people, 50, async ({ token }) => {
    const caller = await Caller.connect(contender.port, token);
    caller.follow(watch);
    return caller;
  });
  await pause(500);
  const before = callers.map(({ frames }) => frames);
  const { delays, core, tookMs } = await storm(voting, callers, FOR_MS * scale);
  await pause(500);
  const frames = callers.map((caller, i) => caller.frames - (before[i] ?? 0));
  const { counted, ballots } = await contender.child.call<{ counted: number; ballots: number }>("recount", {
    roundId,
  });
  for (const { wire } of callers) wire.end();
  await contender.child.stop();
  return {
    acknowledged: delays.length,
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    core: core * 100,
    framesEach: Math.max(...frames) / (tookMs / 1_000),
    wrong: Math.abs(callers.length - counted) + Math.abs(counted - ballots),
  };
};

const rowOf = (name: string, asked: number, figures: Figures): string[] => [
  name,
  `${whole(figures.acknowledged)} of ${whole(asked)}`,
  ms(figures.p50),
  ms(figures.p99),
  `${whole(figures.core)} %`,
  figures.framesEach.toFixed(1),
  whole(figures.wrong),
];

export const voteStorm = async (rig: Rig): Promise<Result> => {
  const people = Math.round(PEOPLE * rig.scale);
  const ours: Figures[] = [];
  const usual: Figures[] = [];
  for (let i = 0; i < rig.repetitions; i++) {
    ours.push(await measure(await oursVoting(rig, people), rig.scale));
    rig.say(`vote-storm, Ordskifte: ${JSON.stringify(ours.at(-1))}`);
    usual.push(await measure(await usualVoting(rig, people), rig.scale));
  }
  const at = { ours: medians(ours), usual: medians(usual) };
  const asked = people * BALLOTS;
  return {
    title: `3. A storm of votes: ${whole(people)} people, ${BALLOTS} ballots each in 10 seconds, all watching`,
    about:
      "Milliseconds from the ballot to its durable acknowledgement, over the same socket that hears the counts. `Frames` is the most that any client got in a second. `Wrong` compares three numbers: people, the count kept under the lock, and the ballots that lie in the database. Whoever has not answered 30 seconds after the last ballot is not waited for.",
    columns: ["contender", "acknowledged", "p50", "p99", "core", "frames a second", "wrong"],
    rows: [rowOf("Ordskifte", asked, at.ours), rowOf("usual stack", asked, at.usual)],
    bars: [
      { label: "Ordskifte", value: at.ours.p99, unit: "ms p99", isOurs: true },
      { label: "usual stack", value: at.usual.p99, unit: "ms p99", isOurs: false },
    ],
  };
};
