import { randomUUID } from "node:crypto";
import { Caller, type Operation } from "./caller.js";
import { startOurs, startUsual, type Speaking, type Ours, type Rig } from "./contest.js";
import { operationNamed } from "./documents.js";
import { pause, percentile } from "./figures.js";
import { Heads, seqOf } from "./heads.js";

/** Each of the people casts so many. */
export const BALLOTS = 3;
const PATIENCE_MS = 20_000;

const CAST = operationNamed("CastBallot");
const FEED = operationNamed("GatheringFeed");

export interface Voting {
  readonly contender: Speaking;
  readonly roundId: string;
  readonly watch: Operation;
  ballot(place: number, choices: readonly { ideaId: string; dots: number }[]): Operation;
  readonly ideas: readonly string[];
}

/** Opens a round in a hall of ours, in which ideas lie on the board. */
export const votingIn = async (ours: Ours): Promise<Voting> => {
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
    watch: FEED(variables),
    ballot: (_place, choices) => CAST({ input: { clientMutationId: randomUUID(), roundId, choices } }),
  };
};

export const oursVoting = async (rig: Rig, people: number): Promise<Voting> =>
  votingIn(await startOurs(rig, { people, boards: 1, cards: 20 }));

export const usualVoting = async (rig: Rig, people: number): Promise<Voting> => {
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

export interface Stormed {
  readonly acknowledged: number;
  /** Milliseconds from the ballot to its answer. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds from a first ballot until the last watcher has heard of it; 0 where watchers cannot tell. */
  readonly lagP50: number;
  readonly lagP99: number;
  /** The share of one core that the server used, in per cent. */
  readonly core: number;
  /** The most that any watcher got in a second. */
  readonly framesEach: number;
  /** First ballots of which not every watcher has heard. */
  readonly unheard: number;
  /** People, the count kept under the lock, and the ballots in the database, compared. */
  readonly wrong: number;
}

const chosenDots = (ideas: readonly string[], place: number, turn: number) =>
  [0, 1, 2].map((i) => ({ ideaId: ideas[(place + turn * 5 + i * 7) % ideas.length] as string, dots: 1 }));

const isAcknowledged = (answer: string): boolean =>
  answer.includes('"BallotCast"') || answer.includes('"VoteCount"');

const CURSOR = /"cursor":"([^"]+)"/;

interface Ack {
  readonly sentAt: number;
  readonly tookMs: number;
  /** How far the stream was with it, for somebody's first ballot; null for others. */
  readonly seq: number | null;
}

const ackOf = (answer: string, sentAt: number, isFirst: boolean): Ack => {
  const [, cursor] = CURSOR.exec(answer) ?? [];
  const seq = isFirst && cursor !== undefined ? seqOf(cursor) : null;
  return { sentAt, tookMs: performance.now() - sentAt, seq };
};

/** Everybody casts at their own times, evenly over the whole; answers what was acknowledged before patience ends. */
const castAll = async (
  { ballot, ideas }: Voting,
  callers: readonly Caller[],
  forMs: number,
): Promise<Ack[]> => {
  const acks: Ack[] = [];
  const step = forMs / (callers.length * BALLOTS);
  const began = performance.now();
  const waiting: Promise<void>[] = [];
  for (let i = 0; i < callers.length * BALLOTS; i++) {
    const due = began + i * step - performance.now();
    if (due > 0) await pause(due);
    const place = i % callers.length;
    const sentAt = performance.now();
    const operation = ballot(place, chosenDots(ideas, place, Math.floor(i / callers.length)));
    const answered = (callers[place] as Caller).askForText(operation).then((answer) => {
      if (isAcknowledged(answer)) acks.push(ackOf(answer, sentAt, i < callers.length));
    });
    waiting.push(answered);
  }
  await Promise.race([Promise.all(waiting), pause(PATIENCE_MS)]);
  return [...acks];
};

const lagsOf = (acks: readonly Ack[], heads: Heads): (number | null)[] =>
  acks
    .filter(({ seq }) => seq !== null)
    .map(({ sentAt, seq }) => {
      const at = heads.reachedAt(seq ?? 0);
      return at === null ? null : at - sentAt;
    });

/** The callers follow the counts already, and nothing else. */
export const storm = async (voting: Voting, callers: readonly Caller[], forMs: number): Promise<Stormed> => {
  const { child } = voting.contender;
  const heads = new Heads(callers.length);
  for (const [i, caller] of callers.entries()) caller.onFrame = (frame) => heads.hear(i, frame);
  const framesBefore = callers.map(({ frames }) => frames);
  const cpuBefore = child.cpuMs;
  const began = performance.now();
  const acks = await castAll(voting, callers, forMs);
  const tookMs = performance.now() - began;
  const core = (child.cpuMs - cpuBefore) / tookMs;
  await pause(1_000);
  const frames = callers.map((caller, i) => caller.frames - (framesBefore[i] ?? 0));
  const lags = lagsOf(acks, heads);
  const heard = lags.filter((lag) => lag !== null);
  const took = acks.map((ack) => ack.tookMs);
  return {
    acknowledged: acks.length,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    lagP50: percentile(heard, 0.5),
    lagP99: percentile(heard, 0.99),
    core: core * 100,
    framesEach: Math.max(...frames) / (tookMs / 1_000),
    unheard: lags.length - heard.length,
    wrong: await wrongIn(voting, callers.length),
  };
};

interface Recount {
  readonly counted: number;
  readonly ballots: number;
}

const wrongIn = async ({ contender, roundId }: Voting, people: number): Promise<number> => {
  const recount = contender.child.call<Recount>("recount", { roundId });
  const { counted, ballots } = await recount;
  return Math.abs(people - counted) + Math.abs(counted - ballots);
};
