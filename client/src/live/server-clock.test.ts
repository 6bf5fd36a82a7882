import { expect, it } from "vitest";
import { Server } from "./server.js";
import { ServerClock } from "./server-clock.js";

it("notices that the device's clock was set or that the device slept, once, and no small drift", () => {
  const time = { wall: 1_000_000, steady: 0 };
  const clock = new ServerClock(new Server("http://localhost/graphql"), {
    wall: () => time.wall,
    steady: () => time.steady,
  });
  const after = (wall: number, steady: number): boolean => {
    time.wall += wall;
    time.steady += steady;
    return clock.hasJumped();
  };
  expect(after(5_000, 5_000)).toBe(false);
  expect(after(5_200, 5_000)).toBe(false);
  expect(after(3_600_000, 4_000)).toBe(true);
  expect(after(5_000, 5_000)).toBe(false);
  expect(after(-600_000, 5_000)).toBe(true);
});
