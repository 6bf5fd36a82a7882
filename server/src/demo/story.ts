import { demoId, type DemoApi, type StoryClock } from "./api.js";
import { answers, examples, ideas, reflections, takeaways, type DemoExample } from "./content.js";
import { DemoGathering, type Guest, type Table } from "./gathering.js";
import type { DemoNetwork } from "./network.js";
import { preparation, programme } from "./programme.js";
import type { App } from "../modules/context.js";

export interface Stage {
  readonly app: App;
  readonly api: DemoApi;
  readonly network: DemoNetwork;
  readonly clock: StoryClock;
}

/** Places in the programme. */
const AT = { examples: 1, exchange: 2, ideas: 4, vote: 5, takeHome: 6 } as const;
const MINUTES = 60_000;

/** Last spring's: the newest 23 April that lies well behind. */
const lastSpring = (now: Date): Date => {
  const year = now.getMonth() >= 6 ? now.getFullYear() : now.getFullYear() - 1;
  return new Date(year, 3, 23, 9);
};

interface Chosen {
  readonly example: DemoExample;
  readonly author: Guest;
}

interface Placed extends Chosen {
  readonly id: string;
  readonly table: Table;
}

const others = ({ guests }: Table, author: Guest): Guest[] =>
  guests.filter(({ unitName }) => unitName !== author.unitName);
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

class Story {
  constructor(
    private readonly name: string,
    private readonly gathering: DemoGathering,
    private readonly tables: readonly Table[],
  ) {}

  private id(what: string): string {
    return demoId(`${this.name}/${what}`);
  }

  private post(guest: Guest, what: string, input: object): Promise<unknown> {
    return this.gathering.act(guest, what, "postContribution", { language: "NB", ...input });
  }

  /** The author of each example writes it at the table where they sit. */
  async writeExamples(chosen: readonly Chosen[]): Promise<Placed[]> {
    const placed: Placed[] = [];
    for (const [i, { example, author }] of chosen.entries()) {
      const table = this.tables.find(({ guests }) => guests.includes(author)) as Table;
      await this.post(author, `example/${i}`, {
        boardId: table.boardId,
        itemId: this.gathering.items[AT.examples],
        kind: "PRACTICE_EXAMPLE",
        title: example.title,
        body: example.text,
        theme: example.theme,
        lens: i % 3 === 2 ? "CRITICAL" : "GOOD",
        challengeUsOn: i % 2 === 0 ? "Hva ser vi ikke selv?" : null,
      });
      placed.push({ id: this.id(`example/${i}`), example, author, table });
    }
    return placed;
  }

  /** Each example is challenged by somebody of another unit; so many of the challenges are answered. */
  async exchange(placed: readonly Placed[], answered: number): Promise<void> {
    const itemId = this.gathering.items[AT.exchange];
    for (const [i, { id, example, author, table }] of placed.entries()) {
      const challenge = {
        boardId: table.boardId,
        itemId,
        kind: "CHALLENGE",
        body: example.challenge,
        toId: id,
      };
      await this.post(pick(others(table, author), i), `challenge/${i}`, challenge);
      if (i >= answered) continue;
      const answer = {
        boardId: table.boardId,
        itemId,
        kind: "ANSWER",
        body: pick(answers, i),
        toId: this.id(`challenge/${i}`),
        fromAuthor: true,
      };
      await this.post(author, `answer/${i}`, answer);
    }
    for (const [i, body] of reflections.entries()) {
      const table = pick(this.tables, i);
      await this.post(pick(table.guests, i + 2), `reflection/${i}`, {
        boardId: table.boardId,
        itemId,
        kind: "REFLECTION",
        body,
      });
    }
  }

  /** Ideas spring from the examples at the same table. */
  async findIdeas(bodies: readonly string[], placed: readonly Placed[], at: number): Promise<void> {
    for (const [i, body] of bodies.entries()) {
      const { id, table, author } = pick(placed, i);
      await this.post(pick(others(table, author), i + 1), `idea/${i}`, {
        boardId: table.boardId,
        itemId: this.gathering.items[at],
        kind: "IDEA",
        body,
        toId: id,
      });
    }
  }

  merge(into: number, from: number): Promise<unknown> {
    return this.gathering.lead("merge", "mergeIdeas", {
      intoId: this.id(`idea/${into}`),
      fromIds: [this.id(`idea/${from}`)],
    });
  }

  /** Everybody votes, each in their own way; the leader closes and reveals. */
  async vote(title: string, candidates: readonly number[]): Promise<void> {
    const input = { gatheringId: this.gathering.id, title, budget: 3, maxPerIdea: 2 };
    const opened = await this.gathering.lead(
      "round",
      "openRound",
      input,
      "... on GatheringWritten { round { id } }",
    );
    const roundId = (opened["round"] as { id: string }).id;
    for (const [i, guest] of this.gathering.guests.entries()) {
      const [first, second] = [pick(candidates, i * i + 1), pick(candidates, i * i + 2 + (i % 2))];
      const choices =
        first === second
          ? [{ ideaId: this.id(`idea/${first}`), dots: 2 }]
          : [
              { ideaId: this.id(`idea/${first}`), dots: 2 },
              { ideaId: this.id(`idea/${second}`), dots: 1 },
            ];
      await this.gathering.act(guest, `ballot/${i}`, "castBallot", { roundId, choices });
    }
    await this.gathering.lead("close", "closeRound", { roundId });
    await this.gathering.lead("reveal", "revealRound", { roundId });
  }

  async takeHome(from: readonly number[]): Promise<void> {
    for (const [i, idea] of from.entries()) {
      const guest = pick(this.gathering.guests, i * 5 + 1);
      const input = { contributionId: this.id(`idea/${idea}`), body: pick(takeaways, i), language: "NB" };
      await this.gathering.act(guest, `takeaway/${i}`, "takeHome", input);
    }
  }
}

const isFrom = ({ unitName }: Guest, { unit }: DemoExample): boolean => unitName.startsWith(unit);

/** These examples, each by the first who is there of its unit. */
const writtenBy = (guests: readonly Guest[], indexes: readonly number[]): Chosen[] =>
  indexes
    .map((i) => pick(examples, i))
    .map((example) => ({ example, author: guests.find((guest) => isFrom(guest, example)) as Guest }));

const IN_SPRING = [2, 3, 4, 7, 8, 10];

/** Two examples a table, by units that sit there; rather those that spring has not heard. */
const writtenAt = (tables: readonly Table[]): Chosen[] => {
  const fresh = examples.filter((_, i) => !IN_SPRING.includes(i));
  const inOrder = [...new Set([...fresh, ...examples])];
  const chosen = new Map<DemoExample, Chosen>();
  for (const { guests } of tables) {
    const free = inOrder.filter(
      (example) => !chosen.has(example) && guests.some((guest) => isFrom(guest, example)),
    );
    for (const example of free.slice(0, 2)) {
      chosen.set(example, { example, author: guests.find((guest) => isFrom(guest, example)) as Guest });
    }
  }
  return [...chosen.values()];
};

/** Played to its end, with full trails, and archived. */
const playSpring = async (stage: Stage, now: Date): Promise<string> => {
  const startsAt = lastSpring(now);
  stage.clock.set(new Date(startsAt.getTime() - 21 * 24 * 60 * MINUTES));
  const title = "Vårsamling: Tilbakemelding, lek og samarbeid";
  const gathering = await DemoGathering.plan(
    { name: "spring", title, place: "Skarvfjord kulturhus", startsAt, programme },
    stage,
  );
  await gathering.become("PREPARING");
  stage.clock.set(new Date(startsAt.getTime() - 10 * MINUTES));
  await gathering.letIn(() => 2);
  await gathering.become("LIVE");
  const story = new Story("spring", gathering, await gathering.seat(6));
  await gathering.goTo(AT.examples);
  const placed = await story.writeExamples(writtenBy(gathering.guests, IN_SPRING));
  await gathering.lead("open", "openWriting", { itemId: gathering.items[AT.examples] });
  await gathering.goTo(AT.exchange);
  await story.exchange(placed, placed.length);
  stage.clock.pass(20);
  await gathering.goTo(AT.ideas);
  await story.findIdeas(
    [...ideas.slice(1, 8), "Besøke hverandre én dag i løpet av høsten"],
    placed,
    AT.ideas,
  );
  await story.merge(0, 7);
  await gathering.goTo(AT.vote);
  await story.vote("Hva vil vi prøve sammen?", [0, 1, 2, 3, 4, 5, 6]);
  await gathering.goTo(AT.takeHome);
  await story.takeHome([0, 3, 2, 0, 4, 1, 3, 6]);
  await gathering.become("FOLLOW_UP");
  stage.clock.pass(14 * 24 * 60);
  await gathering.become("ARCHIVED");
  return gathering.id;
};

/** In the middle of the exchange across units. */
const playToday = async (stage: Stage, now: Date): Promise<string> => {
  const startsAt = new Date(now.getTime() - 70 * MINUTES);
  stage.clock.set(new Date(startsAt.getTime() - 14 * 24 * 60 * MINUTES));
  const title = "Dialogkonferanse: Begynneropplæring og inkludering";
  const gathering = await DemoGathering.plan(
    { name: "today", title, place: "Lysnes samfunnshus", startsAt, programme },
    stage,
  );
  await gathering.become("PREPARING");
  stage.clock.set(new Date(startsAt.getTime() - 12 * MINUTES));
  await gathering.letIn((unit) => (unit % 4 === 3 ? 1 : 2));
  await gathering.become("LIVE");
  const tables = await gathering.seat(6);
  const story = new Story("today", gathering, tables);
  stage.clock.set(new Date(startsAt.getTime() + 12 * MINUTES));
  await gathering.goTo(AT.examples);
  const placed = await story.writeExamples(writtenAt(tables));
  stage.clock.set(new Date(startsAt.getTime() + 50 * MINUTES));
  await gathering.lead("open", "openWriting", { itemId: gathering.items[AT.examples] });
  await gathering.goTo(AT.exchange);
  await gathering.lead("phase", "setPhase", { gatheringId: gathering.id, phase: "GROUP" });
  await gathering.lead("clock", "setClock", { gatheringId: gathering.id, action: "START", seconds: 45 * 60 });
  await story.exchange(placed, Math.ceil(placed.length / 2));
  await story.findIdeas([ideas[0] as string, ideas[8] as string], placed, AT.exchange);
  return gathering.id;
};

/** Announced, and waiting for what the units write at home. */
const planNext = async (stage: Stage, now: Date): Promise<string> => {
  stage.clock.set(now);
  const startsAt = new Date(now.getTime() + 84 * 24 * 60 * MINUTES);
  startsAt.setHours(9, 0, 0, 0);
  const title = "Neste samling: Hva ble annerledes?";
  const gathering = await DemoGathering.plan(
    { name: "next", title, place: "Skjerdal skole", startsAt, programme: preparation },
    stage,
  );
  await gathering.become("PREPARING");
  await gathering.goTo(0);
  return gathering.id;
};

/** Everything the network has done and plans, relative to now. Ids of the gatherings. */
export const playStory = async (
  stage: Stage,
  now: Date,
): Promise<{ spring: string; today: string; next: string }> => ({
  spring: await playSpring(stage, now),
  today: await playToday(stage, now),
  next: await planNext(stage, now),
});
