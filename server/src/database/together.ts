import { setImmediate as turn } from "node:timers/promises";
import type { Queryable } from "./pool.js";

/** Reads facts by their keys; those that do not exist are left out. */
type Load<Fact> = (db: Queryable, keys: readonly string[]) => Promise<ReadonlyMap<string, Fact>>;

interface Round<Fact> {
  readonly keys: Set<string>;
  readonly facts: Promise<ReadonlyMap<string, Fact>>;
}

/**
 * Reads one fact. Whoever asks for others in the same turn of the event loop, or while the last question is under way,
 * shares the next: each is answered with what is stored after it was asked, a lone one at once, and a hall that asks at
 * the same time costs a handful of statements.
 */
export const oneOf = <Fact>(load: Load<Fact>) => {
  const waiting = new WeakMap<Queryable, Round<Fact>>();
  const underWay = new WeakMap<Queryable, Promise<unknown>>();
  const begin = (db: Queryable): Round<Fact> => {
    const keys = new Set<string>();
    const leave = async (): Promise<ReadonlyMap<string, Fact>> => {
      await turn();
      await underWay.get(db);
      waiting.delete(db);
      const facts = load(db, [...keys]);
      underWay.set(
        db,
        facts.catch(() => undefined),
      );
      return facts;
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

/** Reads what belongs to a key, which all who ask for it at the same time share, as they do with `oneOf`. */
export const allOf = <Fact>(
  read: (db: Queryable, key: string) => Promise<readonly Fact[]>,
): ((db: Queryable, key: string) => Promise<readonly Fact[]>) => {
  const lists = oneOf(async (db, keys) => {
    const entries = keys.map(async (key) => [key, await read(db, key)] as const);
    return new Map(await Promise.all(entries));
  });
  return async (db, key) => (await lists(db, key)) ?? [];
};
