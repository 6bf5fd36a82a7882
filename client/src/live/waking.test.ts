// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { StandStill, watchWaking } from "./waking.js";

let visibility: DocumentVisibilityState;
let reconnect: () => void;
let tryNow: () => void;
let listening: AbortController;

/** Listens until the test is over. */
const listenFor = (target: EventTarget): void => {
  const add = target.addEventListener.bind(target);
  vi.spyOn(target, "addEventListener").mockImplementation((kind, listener) =>
    add(kind, listener, { signal: listening.signal }),
  );
};

beforeEach(() => {
  vi.useFakeTimers();
  listening = new AbortController();
  visibility = "visible";
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  listenFor(document);
  listenFor(window);
  [reconnect, tryNow] = [vi.fn<() => void>(), vi.fn<() => void>()];
  watchWaking({ reconnect, tryNow, hasJumped: () => false });
});
afterEach(() => {
  listening.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const turn = (to: DocumentVisibilityState): void => {
  visibility = to;
  document.dispatchEvent(new Event("visibilitychange"));
};

it("reconnects at once when a page that was stopped is seen again, and tries what waits", () => {
  turn("hidden");
  vi.setSystemTime(Date.now() + 60_000);
  expect(reconnect).not.toHaveBeenCalled();
  turn("visible");
  expect(reconnect).toHaveBeenCalledTimes(1);
  expect(tryNow).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(30_000);
  expect(reconnect).toHaveBeenCalledTimes(1);
});

it("leaves the socket alone when somebody only looked elsewhere", () => {
  turn("hidden");
  vi.advanceTimersByTime(60_000);
  turn("visible");
  expect(reconnect).not.toHaveBeenCalled();
  expect(tryNow).toHaveBeenCalledTimes(1);
});

it("waits with it until the page is seen, where the browser lets hidden pages run slowly", () => {
  turn("hidden");
  for (let minutes = 0; minutes < 3; minutes += 1) {
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(3_000);
  }
  expect(reconnect).not.toHaveBeenCalled();
  turn("visible");
  expect(reconnect).toHaveBeenCalledTimes(1);
});

it("reconnects when the page comes back by the browser's Back, and when the net comes back", () => {
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));
  expect(reconnect).not.toHaveBeenCalled();
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  expect(reconnect).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event("online"));
  expect(reconnect).toHaveBeenCalledTimes(2);
});

it("knows a late look from one that was not taken", () => {
  let now = 0;
  const still = new StandStill(() => now);
  const after = (milliseconds: number): boolean => {
    now += milliseconds;
    still.look();
    return still.isOver();
  };
  expect([after(3_000), after(4_500), after(5_500), after(3_000)]).toEqual([false, false, true, false]);
});
