import { persist, snapshotOf, type Route } from "./api.js";
import { check } from "./checker.js";
import { makeWriters, openReaders } from "./crowd.js";
import { inflict, type FaultName, type Inflicted, type Site } from "./faults.js";
import { Ground, type GroundOptions } from "./ground.js";
import { buildHall, type Hall } from "./hall.js";
import type { Event, Fault } from "./history.js";
import { Ledger } from "./ledger.js";
import { pick, randomFrom, shuffled } from "./random.js";
import type { Reader } from "./reader.js";
import { Vote } from "./vote.js";
import type { Writer } from "./writer.js";

export interface Plan extends GroundOptions {
  readonly boards: number;
  readonly writers: number;
  readonly readers: number;
  /** How many writes are to be answered at least; people write on until all faults are over. */
  readonly writes: number;
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
  /** The share of replies that are cut off after the request was passed on: from 0 to 1. */
  readonly lostReplies: number;
  /** The share of writes that are sent once more though they were answered; 0.05 where it is left out. */
  readonly sentAgain?: number;
  /** How long to wait after the last heal for readers that have not seen everything. Milliseconds. */
  readonly healPatienceMs?: number;
  /** Told how far it is, a line after each fault. */
  readonly say?: (line: string) => void;
  /** Done to the database before anybody writes. */
  readonly prepareDatabase?: (url: string) => Promise<void>;
}

export interface Report {
  readonly faults: readonly Fault[];
  readonly answered: number;
  readonly unknown: number;
  readonly sentAgain: number;
  readonly frames: number;
  readonly cuts: number;
  readonly resets: number;
  readonly lostReplies: number;
  readonly inflicted: Readonly<Record<string, Inflicted>>;
  /** Changes that nodes without hints found by asking for heads, since they were last started. */
  readonly foundByAsking: number;
  /** Cards that bear a time of the clock that is off. */
  readonly wronglyTimed: number;
  /** From the last heal until every reader had seen everything, or until they were given up. */
  readonly healMs: number;
  /** Readers that had not seen everything at that moment. */
  readonly behindAtHeal: number;
  /** The readers that were given up, each with where it stands and what its line does. */
  readonly behind: readonly string[];
  readonly seconds: number;
}

type Traces = Pick<Report, "foundByAsking" | "wronglyTimed">;

/** A clock that is an hour off is at least half an hour off. */
const WRONGLY_TIMED =
  "SELECT count(*)::int AS count FROM contribution WHERE created_at > now() + interval '30 minutes'";
/** Far longer than any machine needs: whoever is still behind then will stay there. */
const HEAL_PATIENCE_MS = 90_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One run: people write and read, the ground shakes, and all is held against what was promised. */
class Run {
  readonly history: Event[] = [];
  readonly inflicted: Record<string, Inflicted> = {};
  private readonly random: () => number;
  private readonly straight: Route;
  private readonly vote: Vote;
  private answered = 0;
  private given = 0;
  private shaken = false;

  constructor(
    private readonly plan: Plan,
    private readonly ground: Ground,
    private readonly hall: Hall,
  ) {
    this.random = randomFrom(plan.seed);
    this.straight = () => pick(this.random, ground.places).node.port;
    this.vote = new Vote(hall, this.straight);
  }

  async carryOut(): Promise<Report> {
    const began = performance.now();
    const round = await this.vote.open();
    await this.plan.prepareDatabase?.(this.ground.database.url);
    const from = await this.positions();
    const crowd = { plan: this.plan, hall: this.hall, places: this.ground.places, record: this.record };
    const readers = openReaders(crowd, from);
    const writers = makeWriters(crowd, round);
    try {
      await this.allListen();
      await this.happen(writers);
      // It takes a moment for so many writes, and readers are of this process too: before the clock begins to run.
      const { ends } = new Ledger(this.history);
      const lostReplies = this.heal();
      const settled = await this.settle(readers, ends);
      await this.noteFinals(from);
      this.record({ type: "tally", tally: await this.vote.count(round) });
      const traces = await this.tracesOfFaults();
      const seconds = (performance.now() - began) / 1_000;
      return {
        ...this.summary(readers),
        ...settled,
        ...traces,
        lostReplies,
        inflicted: this.inflicted,
        seconds,
      };
    } finally {
      for (const writer of writers) writer.leave();
      await Promise.all(readers.map((reader) => reader.leave()));
    }
  }

  /** Nobody writes before all readers listen: else a slow start would leave them nothing to miss. */
  private async allListen(): Promise<void> {
    const count = async (): Promise<number> =>
      (await Promise.all(this.ground.places.map(({ node }) => node.listeners()))).reduce((a, b) => a + b);
    while ((await count()) < this.plan.readers) await wait(20);
  }

  /** Everything is written while the ground shakes. */
  private async happen(writers: readonly Writer[]): Promise<void> {
    for (const { writing } of this.ground.places) writing.loseReplies(this.plan.lostReplies);
    await Promise.all([...writers.map((writer) => this.keepWriting(writer)), this.shake()]);
  }

  /** Answers how many replies were lost. */
  private heal(): number {
    const { ground } = this;
    ground.heal();
    return ground.lines.reduce((sum, line) => sum + line.lostReplies, 0);
  }

  private readonly record = (event: Event): void => void this.history.push(event);

  /** Where every stream stands. */
  private async positions(): Promise<Map<string, string>> {
    const { boardIds, gatheringId, leader } = this.hall;
    const positions = new Map<string, string>([[gatheringId, (await this.vote.rounds()).cursor]]);
    for (const id of boardIds)
      positions.set(id, (await persist(() => snapshotOf(this.straight, leader.token, id))).cursor);
    return positions;
  }

  private async keepWriting(writer: Writer): Promise<void> {
    while (this.given < this.plan.writes || !this.shaken) {
      this.given += 1;
      await writer.write();
      this.answered += 1;
    }
  }

  private get progress(): Pick<Site, "record" | "moreAnswers"> {
    const moreAnswers = async (count: number): Promise<void> => {
      const until = this.answered + count;
      while (this.answered < until) await wait(10);
    };
    return { record: this.record, moreAnswers };
  }

  /** The faults follow each other in a drawn order, spread over the writes. */
  private async shake(): Promise<void> {
    const { plan, ground, random, hall } = this;
    const all = Object.entries(plan.faults).flatMap(([name, count]) =>
      Array.from({ length: count }, () => name as FaultName),
    );
    for (const [i, name] of shuffled(random, all).entries()) {
      const due = (plan.writes * (i + 1)) / (all.length + 2);
      while (this.answered < due) await wait(10);
      const streams = [...hall.boardIds, hall.gatheringId];
      const hit = await inflict(name, { ground, random, streams, ...this.progress });
      const before = this.inflicted[name] ?? { times: 0, hit: 0 };
      this.inflicted[name] = { times: before.times + 1, hit: before.hit + hit };
      plan.say?.(
        `${this.answered} of ${plan.writes} writes answered; fault ${i + 1} of ${all.length}: ${name}`,
      );
    }
    this.shaken = true;
  }

  /** Waits until everybody has seen what was written. */
  private async settle(
    readers: readonly Reader[],
    ends: ReadonlyMap<string, string>,
  ): Promise<Pick<Report, "healMs" | "behindAtHeal" | "behind">> {
    const healed = performance.now();
    const behind = (): Reader[] => readers.filter((one) => one.isBehind(ends.get(one.stream) ?? "0.0"));
    const { healPatienceMs = HEAL_PATIENCE_MS } = this.plan;
    const behindAtHeal = behind().length;
    while (behind().length > 0 && performance.now() - healed < healPatienceMs) await wait(10);
    const healMs = performance.now() - healed;
    const states = behind().map(({ state, stream }) => `${state}; the last write is ${ends.get(stream)}`);
    return { healMs, behindAtHeal, behind: states };
  }

  /** Notes what stands. */
  private async noteFinals(from: ReadonlyMap<string, string>): Promise<void> {
    for (const [stream, begin] of from)
      if (stream !== this.hall.gatheringId) await this.noteFinal(stream, begin);
  }

  private async noteFinal(stream: string, from: string): Promise<void> {
    const picture = await persist(() => snapshotOf(this.straight, this.hall.leader.token, stream));
    this.record({ type: "final", stream, from, ...picture });
  }

  /** What shows that faults bit which last from the beginning to the end. */
  private async tracesOfFaults(): Promise<Traces> {
    const { places, database } = this.ground;
    const found = await Promise.all(places.map(({ node }) => node.foundByAsking()));
    const { rows } = await database.connected((db) => db.query<{ count: number }>(WRONGLY_TIMED));
    return { foundByAsking: found.reduce((a, b) => a + b), wronglyTimed: rows[0]?.count ?? 0 };
  }

  private summary(
    readers: readonly Reader[],
  ): Omit<
    Report,
    "lostReplies" | "inflicted" | "healMs" | "behindAtHeal" | "behind" | "seconds" | keyof Traces
  > {
    const countOf = (type: Event["type"]): number =>
      this.history.filter((event) => event.type === type).length;
    return {
      faults: check(this.history),
      answered: this.answered,
      unknown: countOf("unknown"),
      sentAgain: countOf("answered") - countOf("invoked"),
      frames: countOf("frame"),
      cuts: readers.reduce((sum, { cuts }) => sum + cuts, 0),
      resets: readers.reduce((sum, { resets }) => sum + resets, 0),
    };
  }
}

const MOST_READING_PEOPLE = 20;

/** Builds the ground, carries the plan out on it, and takes it away again. */
export const runChaos = async (plan: Plan): Promise<Report> => {
  const ground = await Ground.start(plan);
  try {
    const readers = Math.min(plan.readers, MOST_READING_PEOPLE);
    const { boards, writers } = plan;
    const hall = await buildHall(ground.database.url, { boards, writers, readers });
    return await new Run(plan, ground, hall).carryOut();
  } finally {
    await ground.stop();
  }
};
