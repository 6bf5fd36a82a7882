import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fillIn } from "./older-browsers.js";

const lists: unknown[] = Array.prototype;
const signals = AbortSignal as Partial<typeof AbortSignal>;
const [{ toSorted, toReversed }, { timeout }] = [lists, signals];

/** A browser of some years. */
beforeEach(() => {
  Reflect.deleteProperty(lists, "toSorted");
  Reflect.deleteProperty(lists, "toReversed");
  delete signals.timeout;
});
afterEach(() => {
  vi.useRealTimers();
  Object.assign(AbortSignal, { timeout });
  for (const [name, value] of Object.entries({ toSorted, toReversed }))
    Object.defineProperty(lists, name, { value, writable: true, configurable: true, enumerable: false });
});

it("sorts and turns a copy, and shows in no loop", () => {
  fillIn();
  const list = [3, 1, 2];
  expect(list.toSorted((one, other) => one - other)).toEqual([1, 2, 3]);
  expect(list.toReversed()).toEqual([2, 1, 3]);
  expect(list).toEqual([3, 1, 2]);
  expect(Object.keys(Array.prototype)).toEqual([]);
});

it("gives up in time", () => {
  vi.useFakeTimers();
  fillIn();
  const signal = AbortSignal.timeout(1_000);
  vi.advanceTimersByTime(999);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(signal.reason).toMatchObject({ name: "TimeoutError" });
});

it("leaves a browser's own as they are", () => {
  const own = (): unknown[] => [];
  Object.defineProperty(lists, "toSorted", { value: own, writable: true, configurable: true });
  fillIn();
  expect(lists.toSorted).toBe(own);
});
