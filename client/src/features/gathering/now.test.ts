import { describe, expect, it } from "vitest";
import { type NowFacts, type NowItem, type NowRound, whatNow } from "./now.js";

const exchange: NowItem = {
  id: "i4",
  kind: "EXCHANGE",
  writing: "OPEN",
  openedAt: null,
  invites: ["PRACTICE_EXAMPLE", "CHALLENGE", "ANSWER"],
  critique: true,
};
const round: NowRound = { id: "r1", title: "Hva prøver vi?", itemId: "i6", state: "OPEN", viewerBallots: [] };

function now(facts: Partial<NowFacts>) {
  return whatNow({
    state: "LIVE",
    phase: "GROUP",
    item: exchange,
    rounds: [],
    boardId: "b1",
    people: 1,
    ...facts,
  });
}

describe("whatNow", () => {
  it("lets the exchange begin with writing alone and go on with challenges in the group", () => {
    expect(now({ phase: "INDIVIDUAL" })).toMatchObject({
      do: "write",
      boardId: "b1",
      kind: "PRACTICE_EXAMPLE",
    });
    expect(now({ phase: "GROUP" })).toMatchObject({ do: "challenge", kind: "CHALLENGE" });
    expect(now({ item: { ...exchange, critique: false } })).toMatchObject({ do: "write" });
  });

  it("says that writing is silent until the leader opens it", () => {
    const own = { ...exchange, kind: "OWN_PRACTICE", writing: "SILENT" } as const;
    expect(now({ item: own })).toMatchObject({ do: "write", silent: true });
    expect(now({ item: { ...own, openedAt: "2026-03-04T09:00:00Z" } })).toMatchObject({ silent: false });
  });

  it("puts an open vote before everything, and is content when all at the device have voted", () => {
    expect(now({ rounds: [round] })).toEqual({ do: "vote", roundId: "r1", title: "Hva prøver vi?" });
    const cast = { ...round, viewerBallots: [{ choices: [{}] }] };
    expect(now({ rounds: [cast] }).do).toBe("voted");
    expect(now({ rounds: [cast], people: 2 }).do).toBe("vote");
    expect(now({ rounds: [{ ...round, viewerBallots: [{ choices: [] }] }] }).do).toBe("vote");
  });

  it("shows a revealed result while its item lasts, and not after", () => {
    const revealed = { ...round, state: "REVEALED", itemId: "i4" } as const;
    expect(now({ rounds: [revealed] }).do).toBe("results");
    expect(now({ rounds: [{ ...revealed, itemId: "i6" }] }).do).toBe("challenge");
    expect(now({ rounds: [{ ...revealed, itemId: null }], item: null }).do).toBe("notStarted");
  });

  it("takes the only kind that is invited, whatever the item is called", () => {
    expect(now({ item: { ...exchange, kind: "CLOSING", invites: ["REFLECTION"] } }).do).toBe("reflect");
    expect(now({ item: { ...exchange, kind: "IDEAS", invites: ["CHALLENGE", "IDEA"] } }).do).toBe("suggest");
    expect(now({ item: { ...exchange, kind: "TAKE_HOME", invites: ["TAKEAWAY"] } }).do).toBe("takeHome");
  });

  it("waits kindly when there is nothing to write", () => {
    expect(now({ item: { ...exchange, kind: "THEORY", invites: [] } })).toEqual({ do: "listen" });
    expect(now({ item: { ...exchange, kind: "BREAK", invites: ["REFLECTION"] } })).toEqual({ do: "rest" });
    expect(now({ item: null })).toEqual({ do: "notStarted" });
    expect(now({ boardId: null })).toEqual({ do: "noGroup" });
    expect(now({ item: { ...exchange, invites: ["ANSWER"] } })).toMatchObject({ do: "read", boardId: "b1" });
  });

  it("asks nothing of those who have not joined, such as a leader", () => {
    expect(now({ people: 0, boardId: null })).toEqual({ do: "watch" });
    expect(now({ people: 0, rounds: [round] })).toEqual({ do: "watch" });
    expect(now({ people: 0, state: "FOLLOW_UP" })).toEqual({ do: "revisit", open: true });
  });

  it("opens forarbeid before the day and reading after it", () => {
    const own = { ...exchange, kind: "OWN_PRACTICE" } as const;
    expect(now({ state: "PREPARING", item: own }).do).toBe("write");
    expect(now({ state: "FOLLOW_UP", item: null })).toEqual({ do: "revisit", open: true });
    expect(now({ state: "FOLLOW_UP", item: { ...own, kind: "NEW_PLANS", invites: ["TAKEAWAY"] } }).do).toBe(
      "takeHome",
    );
    expect(now({ state: "ARCHIVED", rounds: [round] })).toEqual({ do: "revisit", open: false });
    expect(now({ state: "DRAFT" })).toEqual({ do: "notStarted" });
  });
});
