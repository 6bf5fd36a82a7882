import { describe, expect, it } from "vitest";
import type { Queryable } from "./pool.js";
import { allOf, oneOf } from "./together.js";

const db: Queryable = {
  query: () => Promise.reject(new Error("Nobody asks the database here.")),
};

/** Questions that are answered when the test says so. */
const questions = () => {
  const asked: { keys: readonly string[]; answer: (stored: string) => void; fail: (why: Error) => void }[] =
    [];
  const load = (_db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    new Promise((resolve, reject) => {
      const answer = (stored: string): void => resolve(new Map(keys.map((key) => [key, `${key} ${stored}`])));
      asked.push({ keys, answer, fail: reject });
    });
  return { asked, load };
};

const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe("a fact that many ask for", () => {
  it("is one question for all who ask in the same moment, each for their own", async () => {
    const { asked, load } = questions();
    const read = oneOf(load);
    const answers = Promise.all([read(db, "a"), read(db, "b"), read(db, "a")]);
    await aWhile();
    asked[0]?.answer("now");
    expect(await answers).toEqual(["a now", "b now", "a now"]);
    expect(asked.map(({ keys }) => keys)).toEqual([["a", "b"]]);
  });

  it("is asked anew for those who come while a question is under way, and once for all of them", async () => {
    const { asked, load } = questions();
    const read = oneOf(load);
    const first = read(db, "a");
    await aWhile();
    const later = [read(db, "a"), read(db, "b")];
    await aWhile();
    later.push(read(db, "c"));
    expect(asked).toHaveLength(1);
    asked[0]?.answer("before");
    expect(await first).toBe("a before");
    await aWhile();
    asked[1]?.answer("after");
    expect(await Promise.all(later)).toEqual(["a after", "b after", "c after"]);
    expect(asked[1]?.keys).toEqual(["a", "b", "c"]);
  });

  it("that could not be read fails for those who asked, and not for the next", async () => {
    const { asked, load } = questions();
    const read = oneOf(load);
    const first = read(db, "a");
    await aWhile();
    const next = read(db, "a");
    asked[0]?.fail(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    await aWhile();
    asked[1]?.answer("again");
    expect(await next).toBe("a again");
  });

  it("may be a list, which is empty where there is nothing", async () => {
    let reads = 0;
    const read = allOf(async (_db, key) => {
      reads += 1;
      return key === "some" ? ["one", "two"] : [];
    });
    expect(await Promise.all([read(db, "some"), read(db, "none"), read(db, "some")])).toEqual([
      ["one", "two"],
      [],
      ["one", "two"],
    ]);
    expect(reads).toBe(2);
  });
});
