import { randomUUID } from "node:crypto";
import type { Fields } from "../house/api.js";
import type { Hall, Participant, Somebody } from "../house/hall.js";
import { pick } from "../chaos/random.js";

export interface Card {
  readonly id: string;
  readonly kind: string;
  readonly boardId: string;
  readonly by: string;
}

export interface Round {
  readonly id: string;
  readonly ideaIds: readonly string[];
}

/** Where a history has come to: what commands are drawn from. Much of it is out of date, as on people's screens. */
export class Scene {
  readonly people = new Map<string, Participant>();
  readonly cards: Card[] = [];
  readonly items: string[];
  readonly rounds: Round[] = [];
  groups: { readonly id: string; readonly boardId: string }[];
  isLive = true;
  /** Ideas that were merged, and cards that were hidden; some are not any more. */
  readonly merged: string[] = [];
  readonly hidden: string[] = [];
  /** Ideas that were sent to the plenary; some are not there any more. */
  readonly sent: string[] = [];
  /** Who was taken out. */
  readonly removed = new Set<string>();

  constructor(
    readonly hall: Hall,
    leaver: Participant,
  ) {
    const { author, peer, elsewhere } = hall;
    for (const [name, who] of Object.entries({ author, peer, elsewhere, leaver })) this.people.set(name, who);
    this.items = [hall.itemId];
    this.groups = [
      { id: hall.groupId, boardId: hall.boardId },
      { id: "", boardId: hall.otherBoardId },
    ];
  }

  whoIs(name: string): Somebody {
    const { leader, owner } = this.hall.people;
    return this.people.get(name) ?? (name === "owner" ? owner : leader);
  }

  async learnGroups(): Promise<void> {
    const query = "query ($id: ID!) { gathering(id: $id) { groups { id boardId } } }";
    this.groups = (
      await this.hall.lead.read<{ groups: Scene["groups"] }>(query, { id: this.hall.id })
    ).groups;
  }
}

/** A command that was drawn: who sends what, and what to remember once it stands. */
export interface Drawn {
  readonly by: string;
  readonly input: Fields;
  readonly selection?: string;
  readonly remember?: (answer: Fields, scene: Scene) => void | Promise<void>;
}

/** Chance, for one command. */
export class Dice {
  constructor(private readonly random: () => number) {}

  chance(share: number): boolean {
    return this.random() < share;
  }

  upTo(most: number): number {
    return Math.floor(this.random() * (most + 1));
  }

  one<T>(from: readonly T[]): T {
    return pick(this.random, from);
  }

  /** One of these, or nothing where there is none. */
  some<T>(from: readonly T[]): T | null {
    return from.length > 0 ? this.one(from) : null;
  }

  several<T>(from: readonly T[], share = 0.5): T[] {
    return from.filter(() => this.chance(share));
  }
}

export const freshId = (): string => randomUUID();
