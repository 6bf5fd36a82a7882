import { groupBy, sequenceOf, type Event, type Fault, type Seen, type Tally } from "./history.js";
import type { BallotWrite, Ledger, Stood } from "./ledger.js";

export type Final = Extract<Event, { type: "final" }>;

const checkCard = (ledger: Ledger, card: string, seen: Seen | undefined): Fault[] => {
  const last = ledger.statesOf(card).at(-1);
  if (!last) return seen ? [{ kind: "twice", what: `${card} stands, and nobody was told so` }] : [];
  if (last.mark === null)
    return seen ? [{ kind: "lost", what: `${card} stands, though it was withdrawn` }] : [];
  if (!seen) return [{ kind: "lost", what: `${card} is not there` }];
  if (seen.revision > last.revision)
    return [
      { kind: "twice", what: `${card} is at ${seen.revision}, and was written ${last.revision} times` },
    ];
  if (seen.revision < last.revision || seen.mark !== last.mark)
    return [{ kind: "lost", what: `${card} is at ${seen.revision}, and should be at ${last.revision}` }];
  return [];
};

const checkMarks = (cards: readonly Seen[]): Fault[] =>
  [...groupBy(cards, ({ mark }) => mark)]
    .filter(([, same]) => same.length > 1)
    .map(([mark, same]) => ({ kind: "twice", what: `${same.length} cards say ${mark}` }));

/** Every number that was given belongs to a write that was answered, once. */
const checkNumbers = (ledger: Ledger, { stream, from, cursor }: Final): Fault[] => {
  const given = new Set(
    ledger.cardWrites.filter(({ write }) => write.stream === stream).map(({ seq }) => seq),
  );
  const [first, last] = [sequenceOf(from) + 1, sequenceOf(cursor)];
  const nobodys = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
    (seq) => !given.has(seq),
  );
  const beyond = [...given].filter((seq) => seq < first || seq > last);
  return [
    ...nobodys.map((seq): Fault => ({ kind: "twice", what: `${seq} of ${stream} is nobody's write` })),
    ...beyond.map((seq): Fault => ({
      kind: "lost",
      what: `${seq} of ${stream} was answered; it ends at ${last}`,
    })),
  ];
};

/** What stands in the end is what was answered, no more and no less. */
export const checkFinal = (ledger: Ledger, final: Final): Fault[] => {
  const cards = new Map(final.cards.map((seen) => [seen.card, seen]));
  const own = ledger.cardWrites.filter(({ write }) => write.stream === final.stream);
  const ids = new Set([...own.map(({ write }) => write.card), ...cards.keys()]);
  return [
    ...[...ids].flatMap((card) => checkCard(ledger, card, cards.get(card))),
    ...checkMarks(final.cards),
    ...checkNumbers(ledger, final),
  ];
};

/** The last ballot of each client is the one that counts. */
export const lastBallots = (
  ledger: Ledger,
  round: string,
  upTo = Number.POSITIVE_INFINITY,
): Stood<BallotWrite>[] => [
  ...new Map(
    ledger.ballots
      .filter(({ write, seq }) => write.round === round && seq <= upTo)
      .map((stood) => [stood.write.client, stood]),
  ).values(),
];

const asText = (results: Tally["results"]): string =>
  results
    .filter(({ dots }) => dots > 0)
    .toSorted((a, b) => (a.ideaId < b.ideaId ? -1 : 1))
    .map(({ ideaId, dots, voters }) => `${ideaId}: ${dots} of ${voters}`)
    .join(", ");

export const checkTally = (ledger: Ledger, { round, votedCount, results }: Tally): Fault[] => {
  const counted = new Map<string, { ideaId: string; dots: number; voters: number }>();
  const ballots = lastBallots(ledger, round).filter(({ write }) => write.choices.length > 0);
  for (const { ideaId, dots } of ballots.flatMap(({ write }) => write.choices)) {
    const before = counted.get(ideaId) ?? { ideaId, dots: 0, voters: 0 };
    counted.set(ideaId, { ideaId, dots: before.dots + dots, voters: before.voters + 1 });
  }
  const [ours, theirs] = [asText([...counted.values()]), asText(results)];
  return [
    ...(ours === theirs ? [] : [{ kind: "miscounted" as const, what: `${theirs}; it should be ${ours}` }]),
    ...(ballots.length === votedCount
      ? []
      : [{ kind: "miscounted" as const, what: `${votedCount} have voted; it should be ${ballots.length}` }]),
  ];
};
