import { EventEmitter } from "node:events";
import type { Gauge } from "prom-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { FanOutCounts } from "./fan-out-counts.js";
import { SocketRegister } from "./socket-register.js";

const ROUND_MS = 12_000;
const SOCKETS = 48;

/** The far end of a line: it answers pings, or is not there any more. */
class Line extends EventEmitter {
  pings = 0;
  isCut = false;

  constructor(private readonly answers: boolean) {
    super();
  }

  ping(): void {
    this.pings += 1;
    if (this.answers) this.emit("pong");
  }

  terminate(): void {
    this.isCut = true;
    this.emit("close");
  }
}

const gauge = { set: () => undefined } as unknown as Gauge;
const open = (register: SocketRegister, answers: boolean): Line => {
  const line = new Line(answers);
  register.add(line as unknown as WebSocket, { address: "", baseUrl: "", token: null });
  return line;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("every socket is pinged once a round, a few at a time", () => {
  const register = new SocketRegister(gauge, new FanOutCounts());
  const lines = Array.from({ length: SOCKETS }, () => open(register, true));
  const pinged = (): number => lines.reduce((sum, { pings }) => sum + pings, 0);
  for (let at = 0; at < ROUND_MS; at += 100) {
    const before = pinged();
    vi.advanceTimersByTime(100);
    expect(pinged() - before).toBeLessThanOrEqual(2);
  }
  expect(lines.map(({ pings }) => pings)).toEqual(lines.map(() => 1));
});

test("whoever answers no ping is cut off within two rounds, and the others are not", () => {
  const register = new SocketRegister(gauge, new FanOutCounts());
  const [there, gone] = [open(register, true), open(register, false)];
  vi.advanceTimersByTime(ROUND_MS);
  expect(gone.isCut).toBe(false);
  vi.advanceTimersByTime(ROUND_MS);
  expect([there.isCut, gone.isCut]).toEqual([false, true]);
  expect(register.size).toBe(1);
});
