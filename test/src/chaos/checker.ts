import { checkFinal, checkTally, type Final } from "./check-end.js";
import { ReaderCheck, type Agreed } from "./check-readers.js";
import type { Fault, History } from "./history.js";
import { checkAnswers, checkCauses, checkOrder, Ledger } from "./ledger.js";

const roundsOf = (history: History): string[] =>
  history.flatMap((event) => (event.type === "tally" ? [event.tally.round] : []));

const checkReaders = (ledger: Ledger, history: History, finals: readonly Final[]): Fault[] => {
  const readers = new Map<string, ReaderCheck>();
  const agreed: Agreed = new Map();
  for (const event of history) {
    if (event.type !== "snapshot" && event.type !== "frame") continue;
    const check = readers.get(event.reader) ?? new ReaderCheck(ledger, event.reader, event.stream, agreed);
    readers.set(event.reader, check);
    check.take(event);
  }
  for (const check of readers.values()) {
    for (const final of finals) if (final.stream === check.stream) check.end(final);
    for (const round of roundsOf(history)) check.endVote(round);
  }
  return [...readers.values()].flatMap(({ faults }) => faults);
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
    ...checkReaders(ledger, history, finals),
  ];
};
