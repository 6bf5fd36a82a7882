import type { Route } from "./api.js";
import type { Place } from "./ground.js";
import type { Hall, Seated } from "./hall.js";
import type { Event } from "./history.js";
import { pick, randomFrom } from "./random.js";
import { Reader } from "./reader.js";
import { Writer, type Round } from "./writer.js";

/** Who comes, and by which lines. */
export interface Crowd {
  readonly plan: { readonly seed: number; readonly readers: number; readonly sentAgain?: number };
  readonly hall: Hall;
  readonly places: readonly Place[];
  readonly record: (event: Event) => void;
}

const SENT_AGAIN = 0.05;

const routeTo = (places: readonly Place[], line: "writing" | "reading", random: () => number): Route => {
  return () => pick(random, places)[line].port;
};

/** @param from where each stream stands */
export const openReaders = (
  { plan, hall, places, record }: Crowd,
  from: ReadonlyMap<string, string>,
): Reader[] =>
  Array.from({ length: plan.readers }, (_, i) => {
    const who = hall.readers[i % hall.readers.length] as Seated;
    // Every tenth follows the vote.
    const feed = i % 10 === 9 ? "gathering" : "board";
    const stream =
      feed === "gathering" ? hall.gatheringId : (hall.boardIds[i % hall.boardIds.length] as string);
    const random = randomFrom(plan.seed * 1_009 + i);
    return new Reader({
      name: `reader ${i}`,
      who,
      follows: { feed, stream },
      from: from.get(stream) ?? "",
      route: routeTo(places, "reading", random),
      random,
      record,
    });
  });

export const makeWriters = ({ plan, hall, places, record }: Crowd, round: Round): Writer[] => {
  const causes = new Map(hall.boardIds.map((id): [string, string[]] => [id, []]));
  return hall.writers.map((who, i) => {
    const random = randomFrom(plan.seed * 2_003 + i);
    return new Writer({
      who,
      usesSocket: i % 2 === 1,
      route: routeTo(places, "writing", random),
      random,
      round,
      causes: causes.get(who.boardId) ?? [],
      record,
      sentAgain: plan.sentAgain ?? SENT_AGAIN,
    });
  });
};
