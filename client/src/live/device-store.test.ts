import "fake-indexeddb/auto";
import { get, set } from "idb-keyval";
import { afterEach, expect, it, vi } from "vitest";
import { deviceStore } from "./device-store.js";

let stores = 0;
const freshStore = () => deviceStore(`lasting-${(stores += 1)}`, "items");

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("goes on where the browser has let go of the database without saying so", async () => {
  const store = freshStore();
  await set("card", "words", store);
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
    throw new DOMException("The database connection is closing.", "InvalidStateError");
  });
  expect(await get("card", store)).toBe("words");
});

it("goes on where a request was left unanswered", async () => {
  const store = freshStore();
  await set("card", "words", store);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const silent = vi.spyOn(IDBObjectStore.prototype, "get").mockImplementationOnce(() => {
    vi.advanceTimersByTime(0);
    return { ...new EventTarget() } as IDBRequest;
  });
  const words = get("card", store);
  while (silent.mock.calls.length === 0) await Promise.resolve();
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  expect(await words).toBe("words");
});

it("says so where the device stores nothing at all", async () => {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  });
  await expect(get("card", freshStore())).rejects.toThrow("insecure");
});
