import { describe, expect, it } from "vitest";
import { clashesIn, isKeptLike, keptAs, settled, shownIn } from "./kept-form.js";

const stood = { title: "Utveksling", instruction: "Les.", invites: ["IDEA"] };
/** Whoever writes has changed the instruction. */
const mine = keptAs(null, stood, { ...stood, instruction: "Les, og spør." });

describe("a form that is kept", () => {
  it("shows what stands until something is typed, and keeps nothing", () => {
    expect(shownIn(null, stood)).toEqual(stood);
    expect(keptAs(null, stood, stood)).toBeNull();
    expect(keptAs(mine, stood, stood)).toBeNull();
  });

  it("takes in what others save in fields that were not changed here", () => {
    const now = { title: "Samtale", instruction: "Les.", invites: ["IDEA", "CHALLENGE"] };
    expect(shownIn(mine, now)).toEqual({ ...now, instruction: "Les, og spør." });
    expect(clashesIn(mine, now)).toEqual([]);
    const more = keptAs(mine, now, { ...shownIn(mine, now), title: "Samtalen" });
    expect(shownIn(more, now)).toEqual({ ...now, title: "Samtalen", instruction: "Les, og spør." });
  });

  it("tells where somebody else has changed the same, and only there", () => {
    expect(clashesIn(mine, { ...stood, title: "Samtale", instruction: "Les høyt." })).toEqual([
      "instruction",
    ]);
    expect(clashesIn(mine, { ...stood, instruction: "Les, og spør." })).toEqual([]);
    expect(clashesIn(null, stood)).toEqual([]);
  });

  it("goes on with the one or the other, as was chosen", () => {
    const now = { ...stood, instruction: "Les høyt." };
    expect(settled(mine, now, ["instruction"], "theirs")).toBeNull();
    const kept = settled(mine, now, ["instruction"], "mine");
    expect(shownIn(kept, now).instruction).toBe("Les, og spør.");
    expect(clashesIn(kept, now)).toEqual([]);
    expect(clashesIn(kept, { ...now, instruction: "Les to ganger." })).toEqual(["instruction"]);
  });
});

describe("what lies on the device", () => {
  const accepts = isKeptLike({ title: "", dueAt: null, invites: [] as string[] });

  it.each([
    [null],
    [
      {
        before: { title: "A", dueAt: null, invites: [] },
        now: { title: "B", dueAt: "2026", invites: ["X"] },
      },
    ],
  ])("%j is taken", (value) => expect(accepts(value)).toBe(true));

  it.each([
    [undefined],
    ["B"],
    [{ before: {}, now: {} }],
    [{ before: { title: "A", dueAt: null }, now: { title: "B", dueAt: null } }],
    [{ before: { title: "A", dueAt: null, invites: [] }, now: { title: 1, dueAt: null, invites: [] } }],
    [{ before: { title: "A", dueAt: null, invites: [] }, now: { title: "B", dueAt: null, invites: {} } }],
  ])("%j is left alone", (value) => expect(accepts(value)).toBe(false));
});
