import { checkFinal, checkTally, type Final } from "./check-end.js";
import { ReaderCheck, type Agreed } from "./check-readers.js";
import type { Fault, History } from "./history.js";
import { checkAnswers, checkCauses, checkOrder, Ledger } from "./ledger.js";

const roundsOf = (history: History): string[] =>
  history.flatMap((event) => (event.type === "tally" ? [event.tally.round] : []));

/** Where a history went on from a backup; each part ends with what was known then. */
const partsOf = (history: History): [part: History, upToItsEnd: History][] => {
  const cuts = history.flatMap(({ type }, at) => (type === "restored" ? [at] : []));
  const ends = [...cuts, history.length];
  return ends.map((end, i) => [history.slice(i === 0 ? 0 : ends[i - 1], end), history.slice(0, end)]);
};

/** Readers of one part: after a restore everybody begins again with a fresh picture. */
const readersOf = (ledger: Ledger, part: History): ReaderCheck[] => {
  const readers = new Map<string, ReaderCheck>();
  const agreed: Agreed = new Map();
  for (const event of part) {
    if (event.type !== "snapshot" && event.type !== "frame") continue;
    const check = readers.get(event.reader) ?? new ReaderCheck(ledger, event.reader, event.stream, agreed);
    readers.set(event.reader, check);
    check.take(event);
  }
  return [...readers.values()];
};

const checkReaders = (history: History, finals: readonly Final[]): Fault[] => {
  const parts = partsOf(history).map(([part, upTo]) => readersOf(new Ledger(upTo), part));
  for (const check of parts.at(-1) ?? []) {
    for (const final of finals) if (final.stream === check.stream) check.end(final);
    for (const round of roundsOf(history)) check.endVote(round);
  }
  return parts.flat().flatMap(({ faults }) => faults);
};

/**
 * Holds what readers saw and what stands in the end against what writers were told. Every write of a card must come
 * from its own client, one at a time, and be sent again until it is answered; then an empty list means: nothing was
 * lost, nothing came twice, and everybody saw the same, in the same order.
 */
export const check = (history: History): Fault[] => {
  const ledger = new Ledger(history);
  const finals = history.filter((event): event is Final => event.type === "final");
  return [
    ...checkAnswers(ledger),
    ...checkOrder(ledger),
    ...checkCauses(ledger),
    ...finals.flatMap((final) => checkFinal(ledger, final)),
    ...history.flatMap((event) => (event.type === "tally" ? checkTally(ledger, event.tally) : [])),
    ...checkReaders(history, finals),
  ];
};
