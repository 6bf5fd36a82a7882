import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { persistently } from "./persistently.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tries again until it succeeds", async () => {
  let tries = 0;
  const answer = persistently(() =>
    ++tries < 3 ? Promise.reject(new Error("no net")) : Promise.resolve("here"),
  );
  await vi.runAllTimersAsync();
  await expect(answer).resolves.toBe("here");
  expect(tries).toBe(3);
});

it("gives up with the last error when all tries are used", async () => {
  let tries = 0;
  const ending = persistently(() => Promise.reject(new Error(`try ${++tries}`))).catch(
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  expect(await ending).toEqual(new Error("try 6"));
});
