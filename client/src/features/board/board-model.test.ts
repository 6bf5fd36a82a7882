import { describe, expect, it } from "vitest";
import type { OutboxItem } from "../../live/index.js";
import { challenge, example, participant } from "../../live/testing/samples.js";
import type { Contribution, Surroundings } from "./board-card.js";
import { cardsOf, columnsOf, read, sourceOf } from "./board-model.js";

const kari = participant("person-1", "Kari");

function around(items: readonly OutboxItem[], online = true): Surroundings {
  return {
    viewer: kari,
    ruleOf: () => ({ silent: false, anonymous: false }),
    sending: { items, sendingId: null, online },
  };
}

function post(
  id: string,
  input: Partial<Extract<OutboxItem, { name: "PostContribution" }>["input"]>,
): OutboxItem {
  return {
    id,
    name: "PostContribution",
    input: { boardId: "board-1", kind: "IDEA", body: "Språkkafé", ...input },
    personId: "person-1",
    scope: "board-1",
    createdAt: "2026-01-01T10:00:00.000Z",
    state: { kind: "waiting" },
  };
}

function answer(id: string, at: number, toId: string): Contribution {
  const links = [{ __typename: "ContributionLink" as const, kind: "ANSWERS" as const, toId }];
  return { ...challenge(id, at, toId), __typename: "Answer", kind: "ANSWER", fromAuthor: true, links };
}

function idea(id: string, at: number, mergedIntoId: string | null = null): Contribution {
  return { ...challenge(id, at, ""), __typename: "Idea", kind: "IDEA", mergedIntoId, links: [] };
}

const outline = (cards: ReturnType<typeof cardsOf>) =>
  columnsOf(cards).map(({ name, threads }) => [
    name,
    threads.map(({ card, branches, merged }) => ({
      id: card.id,
      branches: branches.map((branch) => [branch.card.id, ...branch.replies.map(({ id }) => id)]),
      merged: merged.map(({ id }) => id),
    })),
  ]);

describe("cards of a board", () => {
  it("puts a card on its way last, and has it once when the server's card has come", () => {
    const waiting = post("mine", {});
    const before = cardsOf([example("a", 1, "Lesestund")], around([waiting], false));
    expect(before.map(({ id, delivery }) => [id, delivery?.kind])).toEqual([
      ["a", undefined],
      ["mine", "waiting"],
    ]);
    const landed = { ...idea("mine", 2), isMine: true };
    const after = cardsOf([example("a", 1, "Lesestund"), landed], around([waiting]));
    expect(after.map(({ id, delivery }) => [id, delivery?.kind])).toEqual([
      ["a", undefined],
      ["mine", "saved"],
    ]);
  });

  it("lays an unsent edit over its card, and takes a card away while it is being withdrawn", () => {
    const mine = { ...example("a", 1, "Før"), isMine: true };
    const edit: OutboxItem = {
      ...post("edit-1", {}),
      name: "EditContribution",
      input: { contributionId: "a", body: "Etter", title: "Ny tittel" },
    };
    expect(cardsOf([mine], around([edit]))).toMatchObject([
      { id: "a", body: "Etter", title: "Ny tittel", delivery: { kind: "sending", itemId: "edit-1" } },
    ]);
    const withdraw: OutboxItem = {
      ...post("gone-1", {}),
      name: "WithdrawContribution",
      input: { contributionId: "a" },
    };
    expect(cardsOf([mine], around([withdraw]))).toEqual([]);
    const refusal = { __typename: "BoardFrozen" as const, message: "Frozen" };
    const refused: OutboxItem = { ...withdraw, state: { kind: "refused", refusal } };
    expect(cardsOf([mine], around([refused]))).toMatchObject([{ id: "a", delivery: { kind: "refused" } }]);
  });

  it("knows what a card on its way is written to", () => {
    const [reply, springs] = cardsOf(
      [],
      around([post("c", { kind: "CHALLENGE", toId: "a" }), post("i", { kind: "IDEA", toId: "a" })]),
    );
    expect(reply?.links).toEqual([{ kind: "CHALLENGES", toId: "a" }]);
    expect(springs && sourceOf(springs)).toBe("a");
  });
});

describe("columns of a board", () => {
  it("puts challenges under examples, and everything said after a challenge in its branch", () => {
    const cards = cardsOf(
      [
        example("a", 1, "En"),
        example("b", 2, "To"),
        challenge("c", 3, "a"),
        answer("d", 4, "c"),
        challenge("e", 5, "d"),
      ],
      around([]),
    );
    expect(outline(cards)[0]).toEqual([
      "examples",
      [
        { id: "a", branches: [["c", "d", "e"]], merged: [] },
        { id: "b", branches: [], merged: [] },
      ],
    ]);
  });

  it("lets a reply stand for itself when its root is not there", () => {
    const cards = cardsOf([challenge("c", 3, "hidden")], around([]));
    expect(outline(cards)[0]).toEqual(["examples", [{ id: "c", branches: [], merged: [] }]]);
  });

  it("keeps merged ideas with the one they live on in", () => {
    const cards = cardsOf([idea("one", 1), idea("two", 2, "one"), idea("three", 3, "missing")], around([]));
    expect(outline(cards)[1]).toEqual([
      "ideas",
      [
        { id: "one", branches: [], merged: ["two"] },
        { id: "three", branches: [], merged: [] },
      ],
    ]);
  });
});

describe("reading", () => {
  const cards = cardsOf(
    [example("old", 1, "a"), example("new", 2, "b"), { ...example("mine", 3, "c"), isMine: true }],
    around([]),
  );

  it("holds new cards of others back, never one's own", () => {
    const { shown, held } = read(cards, new Set(["old"]), false);
    expect([...shown]).toEqual(["old", "mine"]);
    expect(held).toEqual(["new"]);
  });

  it("shows everything to somebody at the end", () => {
    expect(read(cards, new Set(["old"]), true).held).toEqual([]);
  });
});
