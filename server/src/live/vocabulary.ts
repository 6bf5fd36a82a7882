/** The words of the live protocol, in one place. Rules LOG*, FEED* are numbered in docs/LIVE.md. */

/** A thing in a stream that changed: its kind and id. Never its content. */
export type Ref = readonly [kind: string, id: string];

/** A point in a stream. */
export interface Position {
  readonly epoch: number;
  readonly seq: number;
}

/** A stream, and where it stands. */
export interface StreamHead {
  readonly id: string;
  readonly epoch: number;
  readonly head: number;
}

/** A thing that changed, and what it looks like now, where the command that changed it has said so (FEED10). */
export interface ShownChange {
  readonly ref: Ref;
  /** What the thing's presenter would load, given where the stream stands when it is shown. */
  readonly fact: ((at: Position) => unknown) | null;
}

/** From one number of a stream to another, as the node that committed it knows it. */
export interface Step {
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
  /** Each thing once, in the order of its last change. */
  readonly changes: ReadonlyMap<string, ShownChange>;
  /** Nobody waits for any of it (FEED9). */
  readonly isCalm: boolean;
}

export const refKey = (ref: Ref): string => ref.join(":");

export const formatCursor = ({ epoch, seq }: Position): string => `${epoch}.${seq}`;

/** Null for anything that is not a cursor of ours. */
export const parseCursor = (text: string): Position | null => {
  const match = /^(\d{1,9})\.(\d{1,15})$/.exec(text);
  return match ? { epoch: Number(match[1]), seq: Number(match[2]) } : null;
};

/**
 * The epoch of a new stream, from the part of its id that chance has drawn: a cursor that was taken from another stream
 * hardly ever fits (FEED4). Below any that a new history begins with, which is seconds since 2026.
 */
export const firstEpoch = (streamId: string): number => 1 + parseInt(streamId.slice(-5), 16);

export type ResetReason = "UNKNOWN_EPOCH" | "TOO_OLD" | "AHEAD";

/** What a subscriber is told. A frame takes the reader from its own position to `cursor` at once. */
export type FeedEvent<Change> =
  | { readonly type: "frame"; readonly cursor: string; readonly changes: readonly Change[] }
  | { readonly type: "reset"; readonly reason: ResetReason };

/**
 * What a command came to. A refusal is foreseen, names its type, and can be shown to a person. `seen` is what the command
 * stood on, so that the answer need not read it again; no receipt keeps it, and a repeat comes without.
 */
export type Outcome<Value, Refusal, Seen = never> =
  | { readonly done: true; readonly value: Value; readonly seen?: Seen }
  | { readonly done: false; readonly refusal: Refusal };

export const done = <Value>(value: Value): Outcome<Value, never> => ({ done: true, value });
export const doneSeeing = <Value, Seen>(value: Value, seen: Seen): Outcome<Value, never, Seen> => ({
  done: true,
  value,
  seen,
});
export const refused = <Refusal>(refusal: Refusal): Outcome<never, Refusal> => ({ done: false, refusal });
