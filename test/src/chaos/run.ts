import { persist, snapshotOf, type Route } from "./api.js";
import { check } from "./checker.js";
import { inflict, type FaultName, type Site } from "./faults.js";
import { Ground, type GroundOptions, type Place } from "./ground.js";
import { buildHall, type Hall, type Seated } from "./hall.js";
import type { Event, Fault } from "./history.js";
import { Ledger } from "./ledger.js";
import { pick, randomFrom, shuffled } from "./random.js";
import { Reader } from "./reader.js";
import { Vote } from "./vote.js";
import { Writer, type Round } from "./writer.js";

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
  readonly inflicted: Readonly<Record<string, number>>;
  /** From the last heal until every reader had seen everything, or until they were given up. */
  readonly healMs: number;
  /** The readers that were given up, each with where it stands and what its line does. */
  readonly behind: readonly string[];
  readonly seconds: number;
}

const SENT_AGAIN = 0.05;
/** Far longer than any machine needs: whoever is still behind then will stay there. */
const HEAL_PATIENCE_MS = 90_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const routeTo = (places: readonly Place[], line: "writing" | "reading", random: () => number): Route => {
  return () => pick(random, places)[line].port;
};

/** One run: people write and read, the ground shakes, and all is held against what was promised. */
class Run {
  readonly history: Event[] = [];
  readonly inflicted: Record<string, number> = {};
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
    const readers = this.openReaders(from);
    const writers = this.makeWriters(round);
    try {
      await this.allListen();
      const lostReplies = await this.happen(writers);
      const settled = await this.settle(readers, from);
      this.record({ type: "tally", tally: await this.vote.count(round) });
      const seconds = (performance.now() - began) / 1_000;
      return { ...this.summary(readers), ...settled, lostReplies, inflicted: this.inflicted, seconds };
    } finally {
      await Promise.all([...readers, ...writers].map((one) => one.leave()));
    }
  }

  /** Nobody writes before all readers listen: else a slow start would leave them nothing to miss. */
  private async allListen(): Promise<void> {
    const count = async (): Promise<number> =>
      (await Promise.all(this.ground.places.map(({ node }) => node.listeners()))).reduce((a, b) => a + b);
    while ((await count()) < this.plan.readers) await wait(20);
  }

  /** Everything is written while the ground shakes; then the ground is healed. Answers how many replies were lost. */
  private async happen(writers: readonly Writer[]): Promise<number> {
    const { ground, plan } = this;
    for (const { writing } of ground.places) writing.loseReplies(plan.lostReplies);
    await Promise.all([...writers.map((writer) => this.keepWriting(writer)), this.shake()]);
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

  private openReaders(from: ReadonlyMap<string, string>): Reader[] {
    const { hall, plan, record } = this;
    return Array.from({ length: plan.readers }, (_, i) => {
      const who = hall.readers[i % hall.readers.length] as Seated;
      // Every tenth follows the vote.
      const feed = i % 10 === 9 ? "gathering" : "board";
      const stream =
        feed === "gathering" ? hall.gatheringId : (hall.boardIds[i % hall.boardIds.length] as string);
      const random = randomFrom(plan.seed * 1_009 + i);
      const route = routeTo(this.ground.places, "reading", random);
      const follows = { feed, stream } as const;
      return new Reader({
        name: `reader ${i}`,
        who,
        follows,
        from: from.get(stream) ?? "",
        route,
        random,
        record,
      });
    });
  }

  private makeWriters(round: Round): Writer[] {
    const causes = new Map(this.hall.boardIds.map((id): [string, string[]] => [id, []]));
    return this.hall.writers.map((who, i) => {
      const random = randomFrom(this.plan.seed * 2_003 + i);
      return new Writer({
        who,
        usesSocket: i % 2 === 1,
        route: routeTo(this.ground.places, "writing", random),
        random,
        round,
        causes: causes.get(who.boardId) ?? [],
        record: this.record,
        sentAgain: this.plan.sentAgain ?? SENT_AGAIN,
      });
    });
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
      await inflict(name, {
        ground,
        random,
        streams: [...hall.boardIds, hall.gatheringId],
        ...this.progress,
      });
      this.inflicted[name] = (this.inflicted[name] ?? 0) + 1;
    }
    this.shaken = true;
  }

  /** Waits until everybody has seen what was written, and notes what stands. */
  private async settle(
    readers: readonly Reader[],
    from: ReadonlyMap<string, string>,
  ): Promise<Pick<Report, "healMs" | "behind">> {
    const healed = performance.now();
    const { ends } = new Ledger(this.history);
    const behind = (): Reader[] => readers.filter((one) => one.isBehind(ends.get(one.stream) ?? "0.0"));
    const { healPatienceMs = HEAL_PATIENCE_MS } = this.plan;
    while (behind().length > 0 && performance.now() - healed < healPatienceMs) await wait(10);
    const healMs = performance.now() - healed;
    const states = behind().map(({ state, stream }) => `${state}; the last write is ${ends.get(stream)}`);
    for (const [stream, begin] of from)
      if (stream !== this.hall.gatheringId) await this.noteFinal(stream, begin);
    return { healMs, behind: states };
  }

  private async noteFinal(stream: string, from: string): Promise<void> {
    const picture = await persist(() => snapshotOf(this.straight, this.hall.leader.token, stream));
    this.record({ type: "final", stream, from, ...picture });
  }

  private summary(
    readers: readonly Reader[],
  ): Omit<Report, "lostReplies" | "inflicted" | "healMs" | "behind" | "seconds"> {
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
