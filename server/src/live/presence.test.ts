import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPresence, type Presence, type PresencePort, type PresenceReport } from "./presence.js";

const NEVER = 3_600_000;
const [board, other] = ["board", "other board"];
const open: Presence[] = [];
let time: number;
let told: string[];

const clock = { now: () => new Date(time) };
const make = (port?: PresencePort): Presence => {
  const presence = createPresence({ clock, port, sweepEvery: NEVER });
  open.push(presence);
  return presence;
};

/** Nodes that hear each other at once, their own reports too, until the line is cut. */
const wire = (): PresencePort & { cut(): void } => {
  const ears = new Set<(report: PresenceReport) => void>();
  let isCut = false;
  return {
    publish: (report) => ears.forEach((hear) => isCut || hear(report)),
    subscribe: (hear) => (ears.add(hear), () => void ears.delete(hear)),
    cut: () => void (isCut = true),
  };
};

beforeEach(() => {
  time = 1_000_000;
  told = [];
});
afterEach(() => open.splice(0).forEach((presence) => presence.close()));

describe("[PRESENCE1] who is present", () => {
  it("is whoever has a subscription open, each person once", () => {
    const presence = make();
    const leaveOnPhone = presence.enter(board, "anne");
    const leaveOnLaptop = presence.enter(board, "anne");
    presence.enter(board, "bo");
    presence.enter(other, "bo");
    expect(presence.of(board)).toEqual({ present: 2, writing: 0 });
    leaveOnPhone();
    leaveOnPhone();
    expect(presence.of(board).present).toBe(2);
    leaveOnLaptop();
    expect([presence.of(board).present, presence.of(other).present]).toEqual([1, 1]);
  });

  it("is told of when it changes, and not otherwise", () => {
    const presence = make();
    const stop = presence.onChange((id) => told.push(id));
    const leaveFirst = presence.enter(board, "anne");
    const leaveSecond = presence.enter(board, "anne");
    leaveFirst();
    presence.sweep();
    expect(told).toEqual([board]);
    leaveSecond();
    expect(told).toEqual([board, board]);
    stop();
    presence.enter(board, "anne");
    expect(told).toHaveLength(2);
  });

  it("of a board that everybody has left begins at nothing again", () => {
    const presence = make();
    presence.onChange((id) => told.push(id));
    presence.enter(board, "anne")();
    presence.sweep();
    expect(presence.of(board)).toEqual({ present: 0, writing: 0 });
    presence.enter(board, "anne");
    expect(told).toHaveLength(3);
  });
});

describe("[PRESENCE1] who of some people is there", () => {
  it("is told by id, from every node, and of nobody else", () => {
    const port = wire();
    const [here, there] = [make(port), make(port)];
    here.enter(board, "anne");
    there.enter(board, "bo");
    there.writing(board, "bo");
    there.enter(board, "eli");
    expect(here.among(board, ["anne", "bo", "siri"])).toEqual({
      present: new Set(["anne", "bo"]),
      writing: new Set(["bo"]),
    });
    expect(here.among(other, ["anne"])).toEqual({ present: new Set(), writing: new Set() });
  });
});

describe("[PRESENCE2] who writes", () => {
  it("stands for six seconds after the last sign", () => {
    const presence = make();
    presence.enter(board, "anne");
    presence.writing(board, "anne");
    time += 5_000;
    presence.writing(board, "anne");
    time += 5_999;
    expect(presence.of(board)).toEqual({ present: 1, writing: 1 });
    time += 1;
    expect(presence.of(board)).toEqual({ present: 1, writing: 0 });
  });

  it("is told of when it begins and when it has run out", () => {
    const presence = make();
    presence.onChange((id) => told.push(id));
    presence.writing(board, "anne");
    presence.writing(board, "anne");
    expect(told).toEqual([board]);
    time += 6_000;
    presence.sweep();
    presence.sweep();
    expect(told).toEqual([board, board]);
  });

  it("ends when the person goes", () => {
    const presence = make();
    const leave = presence.enter(board, "anne");
    presence.writing(board, "anne");
    leave();
    expect(presence.of(board)).toEqual({ present: 0, writing: 0 });
  });
});

describe("[PRESENCE3] several nodes", () => {
  it("count the same people, each once", () => {
    const port = wire();
    const [here, there] = [make(port), make(port)];
    there.onChange((id) => told.push(id));
    const leave = here.enter(board, "anne");
    there.enter(board, "anne");
    there.enter(board, "bo");
    here.writing(board, "anne");
    expect([here.of(board), there.of(board)]).toEqual([
      { present: 2, writing: 1 },
      { present: 2, writing: 1 },
    ]);
    leave();
    expect([here.of(board), there.of(board)]).toEqual([
      { present: 2, writing: 0 },
      { present: 2, writing: 0 },
    ]);
    expect(told).toHaveLength(4);
  });

  it("learn of each other though they began at different times, and forget one that is gone", () => {
    const port = wire();
    const here = make(port);
    here.enter(board, "anne");
    const there = make(port);
    expect(there.of(board).present).toBe(0);
    here.sweep();
    expect(there.of(board).present).toBe(0);
    time += 3_000;
    here.sweep();
    expect(there.of(board).present).toBe(1);
    time += 9_000;
    here.sweep();
    time += 9_000;
    there.sweep();
    expect(there.of(board).present).toBe(1);
    port.cut();
    time += 1_000;
    there.onChange((id) => told.push(id));
    there.sweep();
    expect([there.of(board).present, told]).toEqual([0, [board]]);
  });

  it("do not trust another's clock", () => {
    const port = wire();
    const here = make(port);
    port.publish({ nodeId: "elsewhere", boardId: board, present: [], writing: [["anne", 3_600_000]] });
    expect(here.of(board).writing).toBe(1);
    time += 6_000;
    expect(here.of(board).writing).toBe(0);
  });
});
