import { setImmediate as turn } from "node:timers/promises";
import type { Queryable } from "./pool.js";

/** Reads facts by their keys; those that do not exist are left out. */
type Load<Fact> = (db: Queryable, keys: readonly string[]) => Promise<ReadonlyMap<string, Fact>>;

/**
 * Reads one fact; whoever asks for others in the same turn of the event loop shares the question. After a batch of
 * commands all who waited for it want to know what to answer, and that is one statement then.
 */
export const oneOf = <Fact>(load: Load<Fact>) => {
  const waiting = new WeakMap<Queryable, { keys: Set<string>; facts: Promise<ReadonlyMap<string, Fact>> }>();
  const begin = (db: Queryable) => {
    const keys = new Set<string>();
    const leave = async (): Promise<ReadonlyMap<string, Fact>> => {
      await turn();
      waiting.delete(db);
      return load(db, [...keys]);
    };
    const round = { keys, facts: leave() };
    waiting.set(db, round);
    return round;
  };
  return async (db: Queryable, key: string): Promise<Fact | null> => {
    const round = waiting.get(db) ?? begin(db);
    round.keys.add(key);
    return (await round.facts).get(key) ?? null;
  };
};
