import { randomOf, shuffled } from "./random.js";

/** What a group's members do in a round. */
export interface Turns {
  /** Who writes for the group; null for a group of nobody. */
  readonly secretary: string | null;
  /** Who speaks after whom. */
  readonly order: readonly string[];
}

export interface TurnsOptions {
  /** The same group and seed give the same order. */
  readonly seed: string;
  /** 0 for the first round: the one who begins moves on by one each round. */
  readonly round: number;
  /** How often each has been secretary before; those who are not named never have. */
  readonly served?: ReadonlyMap<string, number>;
}

/** Whoever writes has heard everybody before it is their turn. */
export const writingLast = (order: readonly string[], secretary: string | null): string[] => [
  ...order.filter((id) => id !== secretary),
  ...order.filter((id) => id === secretary),
];

/** The duty goes to those who have had it least, and among these to whoever was to speak last; whoever writes speaks last. */
export const turnsOf = (
  members: readonly string[],
  { seed, round, served = new Map() }: TurnsOptions,
): Turns => {
  const circle = shuffled(members.toSorted(), randomOf(seed));
  const first = circle.length === 0 ? 0 : round % circle.length;
  const order = [...circle.slice(first), ...circle.slice(0, first)];
  const times = (id: string): number => served.get(id) ?? 0;
  const secretary = order.reduceRight<string | null>(
    (best, id) => (best === null || times(id) < times(best) ? id : best),
    null,
  );
  return { secretary, order: writingLast(order, secretary) };
};
