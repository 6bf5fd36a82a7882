import { describe, expect, it } from "vitest";
import { board, boardView, gatheringView, group, item, participant } from "../../live/testing/samples.js";
import { invites, kindsToBegin, leaveOn } from "./invites.js";

const kari = participant("person-1", "Kari");
const ola = participant("person-2", "Ola");

function gathering(change: Partial<ReturnType<typeof gatheringView>> = {}, members = [kari]) {
  const first = { ...item("i1", 0, "Egen praksis"), invites: ["PRACTICE_EXAMPLE" as const] };
  const parts = {
    programme: [first, item("i2", 1, "Utveksling")],
    groups: [{ ...group("g1", 1, members), boardId: "board-1" }],
    units: [],
    voteRounds: [],
  };
  return { ...gatheringView("Høst", parts), currentItemId: "i2", ...change };
}

const open = boardView(board(), []);

describe("what one may do on a board", () => {
  it("invites to what the current item invites to", () => {
    const leave = leaveOn(gathering(), open);
    expect(invites(leave, "CHALLENGE")).toBe(true);
    expect(invites(leave, "PRACTICE_EXAMPLE")).toBe(false);
    const cafe = leave.item && { ...leave.item, critique: false };
    expect(invites({ ...leave, item: cafe }, "CHALLENGE")).toBe(false);
  });

  it("puts first what the item is for", () => {
    const leave = leaveOn(gathering(), open);
    expect(kindsToBegin({ ...leave, item: null })[0]).toBe("PRACTICE_EXAMPLE");
    const thinking = leave.item && {
      ...leave.item,
      kind: "REFLECTION" as const,
      invites: ["IDEA" as const, "REFLECTION" as const],
    };
    expect(kindsToBegin({ ...leave, item: thinking })).toEqual(["REFLECTION", "IDEA"]);
  });

  it("lets those of other groups read and take home, and leaders write", () => {
    const visitor = leaveOn(gathering({}, [ola]), open);
    expect(visitor).toMatchObject({ closed: "notSeated", mayWrite: false, mayTakeHome: true });
    const leading = { ...gathering({}, [ola]) };
    const leave = leaveOn({ ...leading, viewer: { ...leading.viewer, mayLead: true } }, open);
    expect(leave).toMatchObject({ closed: null, mayWrite: true });
  });

  it("says why nobody can write", () => {
    expect(leaveOn(gathering(), boardView(board("Gruppe 1", true), [])).closed).toBe("frozen");
    expect(leaveOn(gathering({ state: "ARCHIVED" }), open)).toMatchObject({
      closed: "notOpen",
      mayTakeHome: false,
    });
  });

  it("begins with the first writing before the day, and ends with the last after it", () => {
    const before = leaveOn(gathering({ state: "PREPARING", currentItemId: null }), open);
    expect(before.item?.id).toBe("i1");
    expect(leaveOn(gathering({ state: "FOLLOW_UP", currentItemId: null }), open).item?.id).toBe("i2");
  });
});
