import {
  epochOf,
  groupBy,
  sequenceOf,
  type Answer,
  type Event,
  type Fault,
  type History,
  type Intent,
} from "./history.js";

export type CardWrite = Exclude<Intent, { verb: "ballot" }>;
export type BallotWrite = Extract<Intent, { verb: "ballot" }>;

/** A write that stood, with its number in its stream. */
export interface Stood<W extends Intent = Intent> {
  readonly write: W;
  readonly seq: number;
  /** Where it stands among all events: when it was first sent, and when it was first answered. */
  readonly invokedAt: number;
  readonly answeredAt: number;
}

/** A card after one of its writes. */
export interface State {
  readonly seq: number;
  readonly revision: number;
  /** Null once it is withdrawn. */
  readonly mark: string | null;
}

interface Sent {
  readonly write: Intent;
  readonly invokedAt: number;
  answeredAt: number;
  answers: Answer[];
  /** It was answered, and is gone with what a backup did not hold: nobody need send it again. */
  excused: boolean;
}

const isCardWrite = (stood: Stood): stood is Stood<CardWrite> => stood.write.verb !== "ballot";
const isBallot = (stood: Stood): stood is Stood<BallotWrite> => stood.write.verb === "ballot";

/** All that clients were promised: what readers saw and what stands in the end is held against it. */
export class Ledger {
  readonly sent = new Map<string, Sent>();
  readonly stood: readonly Stood[];
  readonly cardWrites: readonly Stood<CardWrite>[];
  readonly ballots: readonly Stood<BallotWrite>[];
  private readonly cards = new Map<string, State[]>();
  /** Cards, and rounds, that somebody wrote on and was not answered: of them it is not known how they stand. */
  readonly open: ReadonlySet<string>;
  private readonly epochs = new Map<string, number>();

  constructor(history: History) {
    history.forEach((event, at) => this.take(event, at));
    this.stood = [...this.sent.values()].flatMap((sent) => stoodOf(sent)).toSorted((a, b) => a.seq - b.seq);
    this.cardWrites = this.stood.filter(isCardWrite);
    this.ballots = this.stood.filter(isBallot);
    for (const stood of this.cardWrites) this.enter(stood);
    const unanswered = [...this.sent.values()].filter(({ answers }) => answers.length === 0);
    this.open = new Set(unanswered.map(({ write }) => (write.verb === "ballot" ? write.round : write.card)));
  }

  /** Its states, oldest first. */
  statesOf(card: string): readonly State[] {
    return this.cards.get(card) ?? [];
  }

  /** How a card stood at a number of its stream; undefined where it was not yet there. */
  stateAt(card: string, seq: number): State | undefined {
    return this.statesOf(card).findLast((state) => state.seq <= seq);
  }

  /** The number at which a card was withdrawn; infinite for one that stays. */
  withdrawnAt(card: string): number {
    const last = this.statesOf(card).at(-1);
    return last?.mark === null ? last.seq : Number.POSITIVE_INFINITY;
  }

  /** The last write of each stream. Its head may be higher: not all that moves a stream is shown to all. */
  get ends(): ReadonlyMap<string, string> {
    return new Map(
      this.stood.map(({ write, seq }) => [write.stream, `${this.epochs.get(write.stream) ?? 1}.${seq}`]),
    );
  }

  private take(event: Event, at: number): void {
    if (event.type === "invoked" && !this.sent.has(event.write.id))
      this.sent.set(event.write.id, {
        write: event.write,
        invokedAt: at,
        answeredAt: -1,
        answers: [],
        excused: false,
      });
    if (event.type === "restored") return this.goBack(event.cursors);
    if (event.type !== "answered") return;
    const sent = this.sent.get(event.id);
    if (!sent) throw new Error(`${event.id} was answered, but never sent`);
    if (sent.answers.length === 0) sent.answeredAt = at;
    sent.answers.push(event.answer);
  }

  /** Forgets what was answered after the backup. Of what was refused it is not known when: it may be answered anew. */
  private goBack(cursors: ReadonlyMap<string, string>): void {
    for (const [stream, cursor] of cursors) this.epochs.set(stream, epochOf(cursor));
    for (const sent of this.sent.values()) {
      const [answer] = sent.answers;
      const head = sequenceOf(cursors.get(sent.write.stream) ?? "0.0");
      if (!answer || (answer.done && sequenceOf(answer.cursor) <= head)) continue;
      Object.assign(sent, { answers: [], answeredAt: -1, excused: true });
    }
  }

  private enter({ write, seq }: Stood<CardWrite>): void {
    const states = this.cards.get(write.card) ?? [];
    this.cards.set(write.card, states);
    const revision = (states.at(-1)?.revision ?? 0) + 1;
    states.push({ seq, revision, mark: write.verb === "withdraw" ? null : write.mark });
  }
}

const stoodOf = ({ write, answers, invokedAt, answeredAt }: Sent): Stood[] => {
  const [answer] = answers;
  return answer?.done ? [{ write, seq: sequenceOf(answer.cursor), invokedAt, answeredAt }] : [];
};

const tell = (answer: Answer | undefined): string =>
  answer === undefined ? "nothing" : answer.done ? `done at ${answer.cursor}` : answer.refusal;

/** Every write is answered in the end, and a resend is answered like the first. */
export const checkAnswers = ({ sent }: Ledger): Fault[] =>
  [...sent.values()].flatMap(({ write, answers: [first, ...more], excused }): Fault[] => {
    if (!first) return excused ? [] : [{ kind: "unanswered", what: `${write.verb} ${write.id}` }];
    return more
      .filter((answer) => tell(answer) !== tell(first))
      .map((answer) => ({
        kind: "answered-differently",
        what: `${write.verb} ${write.id}: ${tell(first)}, then ${tell(answer)}`,
      }));
  });

/** A write that was answered before another was sent has the lower number; no two have the same. */
export const checkOrder = ({ stood }: Ledger): Fault[] => {
  const faults: Fault[] = [];
  const byStream = groupBy(stood, ({ write }) => write.stream);
  for (const [stream, writes] of byStream) {
    let latestSent: Stood | null = null;
    let before: Stood | null = null;
    for (const one of writes) {
      if (before?.seq === one.seq)
        faults.push({
          kind: "reorder",
          what: `${before.write.id} and ${one.write.id} are both ${one.seq} of ${stream}`,
        });
      if (latestSent && one.answeredAt < latestSent.invokedAt)
        faults.push({
          kind: "reorder",
          what: `${one.write.id} was answered before ${latestSent.write.id} was sent`,
        });
      if (!latestSent || one.invokedAt > latestSent.invokedAt) latestSent = one;
      before = one;
    }
  }
  return faults;
};

/** What was written in answer to a card comes after it. */
export const checkCauses = ({ cardWrites }: Ledger): Fault[] => {
  const posted = new Map(cardWrites.map(({ write, seq }) => [write.id, seq]));
  return cardWrites.flatMap(({ write, seq }): Fault[] => {
    const cause = write.verb === "post" && write.cause !== null ? posted.get(write.cause) : undefined;
    if (cause === undefined || cause < seq) return [];
    return [{ kind: "effect-before-cause", what: `${write.id} at ${seq} answers a card of ${cause}` }];
  });
};
