import type { Client } from "graphql-ws";
import {
  answerOf,
  askedBy,
  overHttp,
  overSocket,
  socketClient,
  toAnswer,
  Unknown,
  type Route,
} from "./api.js";
import type { Seated } from "./hall.js";
import type { Answer, Event, Intent } from "./history.js";
import { idFrom, pick } from "./random.js";

export interface Round {
  readonly id: string;
  readonly gatheringId: string;
  readonly ideaIds: readonly string[];
}

export interface WriterOptions {
  readonly who: Seated;
  readonly usesSocket: boolean;
  readonly route: Route;
  readonly random: () => number;
  readonly round: Round;
  /** Cards of this board that others may answer; they are never withdrawn. */
  readonly causes: string[];
  readonly record: (event: Event) => void;
  /** The share of writes that are sent once more though they were answered. */
  readonly sentAgain: number;
}

const LONGEST_PAUSE_MS = 200;

interface OwnCard {
  readonly id: string;
  readonly mayGo: boolean;
}

/** Somebody who writes one thing after the other, and sends each again, the same, until it is known what it came to. */
export class Writer {
  private readonly cards: OwnCard[] = [];
  private client: Client | null = null;
  private count = 0;

  constructor(private readonly options: WriterOptions) {}

  async write(): Promise<void> {
    const write = this.invent();
    const { record, random, sentAgain } = this.options;
    record({ type: "invoked", write });
    const answer = await this.insist(write);
    this.learn(write, answer);
    if (random() < sentAgain) await this.insist(write);
  }

  /** However its line is: to say goodbye on one that is not there yet would fail. */
  leave(): void {
    this.client?.terminate();
  }

  private invent(): Intent {
    const { random, who, round, causes } = this.options;
    const shared = { id: idFrom(random), client: who.name, stream: who.boardId };
    const mark = `${who.name}, ${++this.count}`;
    const choice = random();
    const own = this.cards.length > 0 ? pick(random, this.cards) : null;
    if (choice < 0.15) {
      const choices = round.ideaIds.filter(() => random() < 0.5).map((ideaId) => ({ ideaId, dots: 1 }));
      return { ...shared, verb: "ballot", stream: round.gatheringId, round: round.id, choices };
    }
    if (choice < 0.45 && own) return { ...shared, verb: "edit", card: own.id, mark };
    if (choice < 0.55 && own?.mayGo) return { ...shared, verb: "withdraw", card: own.id };
    const cause = causes.length > 0 && random() < 0.4 ? pick(random, causes) : null;
    return { ...shared, verb: "post", card: shared.id, mark, cause };
  }

  private learn(write: Intent, answer: Answer): void {
    if (!answer.done) return;
    const { random, causes } = this.options;
    if (write.verb === "withdraw") {
      this.cards.splice(
        this.cards.findIndex(({ id }) => id === write.card),
        1,
      );
    }
    if (write.verb !== "post") return;
    const mayGo = random() < 0.5;
    this.cards.push({ id: write.card, mayGo });
    if (!mayGo) causes.push(write.card);
  }

  private async insist(write: Intent): Promise<Answer> {
    const { record, random } = this.options;
    for (;;) {
      try {
        const answer = await this.send(write);
        record({ type: "answered", id: write.id, answer });
        return answer;
      } catch (error) {
        if (!(error instanceof Unknown)) throw error;
        record({ type: "unknown", id: write.id });
        await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_PAUSE_MS));
      }
    }
  }

  private async send(write: Intent): Promise<Answer> {
    const { who, route, usesSocket } = this.options;
    const { query, variables } = askedBy(write);
    if (!usesSocket) return toAnswer(answerOf(await overHttp(route(), who.token, query, variables)));
    this.client ??= socketClient(route(), who.token);
    try {
      return toAnswer(answerOf(await overSocket(this.client, query, variables)));
    } catch (error) {
      this.client.terminate();
      this.client = null;
      throw error;
    }
  }
}
