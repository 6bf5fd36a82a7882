/** What a client meant to do. Each is sent again, under the same id, until its outcome is known. */
export type Intent =
  | {
      readonly verb: "post";
      readonly id: string;
      readonly client: string;
      readonly stream: string;
      /** The card; for a new one, the same as `id`. */
      readonly card: string;
      /** The words, like nobody else's. */
      readonly mark: string;
      /** The card that was read before this was written, and that it answers. */
      readonly cause: string | null;
    }
  | {
      readonly verb: "edit";
      readonly id: string;
      readonly client: string;
      readonly stream: string;
      readonly card: string;
      readonly mark: string;
    }
  | {
      readonly verb: "withdraw";
      readonly id: string;
      readonly client: string;
      readonly stream: string;
      readonly card: string;
    }
  | {
      readonly verb: "ballot";
      readonly id: string;
      readonly client: string;
      readonly stream: string;
      readonly round: string;
      readonly choices: readonly Dots[];
    };

export interface Dots {
  readonly ideaId: string;
  readonly dots: number;
}

/** What a client was told: done at a cursor, or refused by a type or a code. */
export type Answer =
  | { readonly done: true; readonly cursor: string }
  | { readonly done: false; readonly refusal: string };

/** A card as a reader sees it. */
export interface Seen {
  readonly card: string;
  readonly revision: number;
  readonly mark: string;
  readonly to: readonly string[];
}

export type Change =
  | { readonly type: "put"; readonly seen: Seen }
  | { readonly type: "gone"; readonly card: string }
  | { readonly type: "voted"; readonly round: string; readonly count: number };

export interface Tally {
  readonly round: string;
  readonly votedCount: number;
  readonly results: readonly { readonly ideaId: string; readonly dots: number; readonly voters: number }[];
}

/** What happened, as seen from outside, in the order in which it was seen. */
export type Event =
  | { readonly type: "invoked"; readonly write: Intent }
  | { readonly type: "answered"; readonly id: string; readonly answer: Answer }
  /** Sent, and never heard of. */
  | { readonly type: "unknown"; readonly id: string }
  /** A reader fetched a fresh picture. It may be newer than its cursor, never older. */
  | {
      readonly type: "snapshot";
      readonly reader: string;
      readonly stream: string;
      readonly cursor: string;
      readonly cards: readonly Seen[];
      /** By round, where the stream is a gathering. */
      readonly voted?: Readonly<Record<string, number>>;
    }
  | {
      readonly type: "frame";
      readonly reader: string;
      readonly stream: string;
      readonly cursor: string;
      readonly changes: readonly Change[];
    }
  /** What stands when all is over. `from` is where the stream stood before the first of these writes. */
  | {
      readonly type: "final";
      readonly stream: string;
      readonly from: string;
      readonly cursor: string;
      readonly cards: readonly Seen[];
    }
  | { readonly type: "tally"; readonly tally: Tally }
  /** All goes on from a backup, as a new history: where each stream stands now. What came after that is gone. */
  | { readonly type: "restored"; readonly cursors: ReadonlyMap<string, string> };

export type History = readonly Event[];

export type FaultKind =
  | "unanswered"
  | "answered-differently"
  | "lost"
  | "twice"
  | "gap"
  | "reorder"
  | "disagreement"
  | "effect-before-cause"
  | "miscounted";

export interface Fault {
  readonly kind: FaultKind;
  readonly what: string;
}

export const sequenceOf = (cursor: string): number => Number(cursor.split(".")[1]);
export const epochOf = (cursor: string): number => Number(cursor.split(".")[0]);

/** Whether there is something between a cursor and an end: in another history there always is. */
export const isBehind = (cursor: string, end: string): boolean =>
  epochOf(cursor) < epochOf(end) ||
  (epochOf(cursor) === epochOf(end) && sequenceOf(cursor) < sequenceOf(end));

export const groupBy = <Key, T>(all: Iterable<T>, keyOf: (one: T) => Key): Map<Key, T[]> => {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};
