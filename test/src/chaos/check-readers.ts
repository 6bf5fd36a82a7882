import { lastBallots, type Final } from "./check-end.js";
import {
  epochOf,
  sequenceOf,
  type Change,
  type Event,
  type Fault,
  type FaultKind,
  type Seen,
} from "./history.js";
import type { CardWrite, Ledger, Stood } from "./ledger.js";
import { Picture } from "./picture.js";

type Told = Extract<Event, { type: "snapshot" | "frame" }>;

/** The first reader to stand at a cursor with a sure picture says what others must see there. */
export type Agreed = Map<string, { readonly reader: string; readonly digest: string }>;

/** One reader's picture of a stream, frame by frame, held against what writers were told. */
export class ReaderCheck {
  readonly faults: Fault[] = [];
  private picture = new Picture();
  private epoch = -1;
  private seq = -1;
  /** From this number on the picture is exactly that of its cursor: a snapshot may be newer. */
  private sureFrom = 0;
  private readonly writes: readonly Stood<CardWrite>[];
  private readonly voted = new Map<string, number>();

  constructor(
    private readonly ledger: Ledger,
    readonly reader: string,
    readonly stream: string,
    private readonly agreed: Agreed,
  ) {
    this.writes = ledger.cardWrites.filter(({ write }) => write.stream === stream);
  }

  take(told: Told): void {
    const after = told.type === "snapshot" ? -1 : this.seq;
    if (told.type === "snapshot") this.begin(told);
    else this.advance(told);
    this.epoch = epochOf(told.cursor);
    this.seq = sequenceOf(told.cursor);
    this.checkReached(after);
    this.checkAgreed();
  }

  /** When all is quiet, what this reader sees is what stands. */
  end(final: Final): void {
    const stands = new Picture(final.cards);
    if (this.picture.digest === stands.digest) return;
    const behind = final.cards.filter(({ card, revision }) => this.picture.get(card)?.revision !== revision);
    const extra = this.picture.all.filter(({ card }) => !stands.has(card));
    const where = `stays at ${this.epoch}.${this.seq} of ${final.cursor}`;
    this.find("gap", `${where}: ${behind.length} cards behind, ${extra.length} too many`);
  }

  /** When all is quiet, somebody who follows the vote knows how many have voted. */
  endVote(round: string): void {
    const ballots = lastBallots(this.ledger, round).filter(({ write }) => write.stream === this.stream);
    const count = ballots.filter(({ write }) => write.choices.length > 0).length;
    const told = this.voted.get(round) ?? 0;
    if (ballots.length > 0 && told !== count && !this.ledger.open.has(round))
      this.find("gap", `was told last that ${told} have voted, of ${count}`);
  }

  private begin({ cards, cursor, voted = {} }: Extract<Told, { type: "snapshot" }>): void {
    this.picture = new Picture(cards);
    for (const [round, count] of Object.entries(voted)) this.voted.set(round, count);
    const from = sequenceOf(cursor);
    const ids = new Set(this.writes.map(({ write }) => write.card));
    this.sureFrom = Math.max(from, ...[...ids].map((card) => this.shownUpTo(card, from)));
  }

  /** The newest write of a card that a snapshot already shows. */
  private shownUpTo(card: string, from: number): number {
    const seen = this.picture.get(card);
    if (seen) return this.ledger.statesOf(card).find(({ revision }) => revision === seen.revision)?.seq ?? 0;
    const withdrawn = this.ledger.withdrawnAt(card);
    return this.ledger.stateAt(card, from) && Number.isFinite(withdrawn) ? withdrawn : 0;
  }

  private advance({ cursor, changes }: Extract<Told, { type: "frame" }>): void {
    const seq = sequenceOf(cursor);
    if (epochOf(cursor) !== this.epoch) this.find("reorder", `${cursor} came in a history of ${this.epoch}`);
    else if (seq <= this.seq) this.find("reorder", `${cursor} came after ${this.epoch}.${this.seq}`);
    for (const change of changes) this.apply(change, seq);
    for (const change of changes) if (change.type === "put") this.checkCauses(change.seen, seq);
  }

  private apply(change: Change, seq: number): void {
    if (change.type === "voted") return this.checkVoted(change, seq);
    if (change.type === "gone") return this.applyGone(change.card, seq);
    const { seen } = change;
    const before = this.picture.get(seen.card);
    if (before && before.revision > seen.revision)
      this.find("reorder", `${seen.card} went from ${before.revision} back to ${seen.revision}`);
    const state = this.ledger.stateAt(seen.card, seq);
    const isKnown = !this.ledger.open.has(seen.card);
    if (isKnown && (!state || state.revision !== seen.revision || state.mark !== seen.mark))
      this.find(
        "disagreement",
        `${seen.card} is ${state?.revision ?? 0} at ${seq}, shown as ${seen.revision}`,
      );
    this.picture.put(seen);
  }

  private applyGone(card: string, seq: number): void {
    if (this.ledger.withdrawnAt(card) > seq && !this.ledger.open.has(card))
      this.find("disagreement", `${card} is gone at ${seq}, and stands`);
    this.picture.remove(card);
  }

  private checkVoted({ round, count }: Extract<Change, { type: "voted" }>, seq: number): void {
    this.voted.set(round, count);
    if (this.ledger.open.has(round)) return;
    const ballots = lastBallots(this.ledger, round, seq);
    const voted = ballots.filter(({ write }) => write.choices.length > 0).length;
    if (voted !== count) this.find("miscounted", `${count} have voted at ${seq}; it should be ${voted}`);
  }

  private checkCauses({ card, to }: Seen, seq: number): void {
    const isMissing = (cause: string): boolean =>
      !this.picture.has(cause) &&
      !this.ledger.open.has(cause) &&
      this.ledger.withdrawnAt(cause) > Math.max(seq, this.sureFrom);
    for (const cause of to.filter(isMissing))
      this.find("effect-before-cause", `${card} is shown at ${seq} without ${cause}`);
  }

  /** All that was written up to the cursor is in the picture. */
  private checkReached(after: number): void {
    for (const { write, seq } of between(this.writes, after, this.seq))
      if (!this.shows(write.card, seq) && !this.ledger.open.has(write.card))
        this.find("gap", `${write.verb} ${write.id} of ${seq} is not seen at ${this.seq}`);
  }

  /** Whether the picture shows this write, or what became of its card. */
  private shows(card: string, seq: number): boolean {
    const seen = this.picture.get(card);
    const withdrawn = this.ledger.withdrawnAt(card);
    if (!seen) return withdrawn <= Math.max(this.seq, this.sureFrom);
    return withdrawn > this.seq && seen.revision >= (this.ledger.stateAt(card, seq)?.revision ?? 0);
  }

  private checkAgreed(): void {
    if (this.seq < this.sureFrom) return;
    const key = `${this.stream} ${this.epoch}.${this.seq}`;
    const { digest } = this.picture;
    const known = this.agreed.get(key);
    if (!known) this.agreed.set(key, { reader: this.reader, digest });
    else if (known.digest !== digest)
      this.find("disagreement", `sees something else than ${known.reader} at ${key}`);
  }

  private find(kind: FaultKind, what: string): void {
    this.faults.push({ kind, what: `${this.reader}: ${what}` });
  }
}

/** The writes with a number above `after` and up to `upTo`; they are in order. */
const between = (
  writes: readonly Stood<CardWrite>[],
  after: number,
  upTo: number,
): readonly Stood<CardWrite>[] => {
  const first = firstAbove(writes, after);
  return writes.slice(first, firstAbove(writes, upTo));
};

const firstAbove = (writes: readonly Stood[], seq: number): number => {
  let [low, high] = [0, writes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((writes[middle]?.seq ?? 0) > seq) high = middle;
    else low = middle + 1;
  }
  return low;
};
