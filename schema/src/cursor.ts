/** A point in a stream. Sequences are comparable only inside one epoch. */
export interface StreamCursor {
  /** Names one unbroken history of a stream; a restored or rebuilt stream gets a new one. */
  readonly epoch: string;
  /** The sequence number of the last change included; 0 is before the first. */
  readonly sequence: number;
}

const pattern = /^([A-Za-z0-9_-]{1,64})\.(0|[1-9]\d{0,15})$/;

/** Writes a cursor as `epoch.sequence`. */
export function formatCursor(cursor: StreamCursor): string {
  return `${cursor.epoch}.${cursor.sequence}`;
}

/** Reads `epoch.sequence`; null for anything else, also for a sequence too large to be exact. */
export function parseCursor(text: string): StreamCursor | null {
  const [, epoch, digits] = pattern.exec(text) ?? [];
  if (epoch === undefined || digits === undefined) return null;
  const sequence = Number(digits);
  return Number.isSafeInteger(sequence) ? { epoch, sequence } : null;
}

/** How one cursor stands to another; `elsewhere` when their epochs differ. */
export type CursorOrder = "older" | "same" | "newer" | "elsewhere";

/** Says whether `left` is older or newer than `right`. */
export function compareCursors(left: StreamCursor, right: StreamCursor): CursorOrder {
  if (left.epoch !== right.epoch) return "elsewhere";
  if (left.sequence === right.sequence) return "same";
  return left.sequence < right.sequence ? "older" : "newer";
}
