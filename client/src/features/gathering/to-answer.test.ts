import { expect, it } from "vitest";
import type { BoardCard } from "../board/board-card.js";
import { challengesToAnswer } from "./to-answer.js";

function card(id: string, part: Partial<BoardCard>): BoardCard {
  return {
    id,
    kind: "PRACTICE_EXAMPLE",
    itemId: null,
    createdAt: "2026-03-04T09:00:00Z",
    title: null,
    body: "",
    lens: null,
    challengeUsOn: null,
    theme: null,
    language: null,
    links: [],
    authorId: null,
    unitId: null,
    from: null,
    anonymous: false,
    isMine: false,
    onlyMe: false,
    hiddenReason: null,
    isHidden: false,
    fromAuthor: false,
    mergedIntoId: null,
    edited: false,
    delivery: null,
    ...part,
  };
}

const challenging = (toId: string) => ({
  kind: "CHALLENGE" as const,
  links: [{ kind: "CHALLENGES" as const, toId }],
});
const answering = (toId: string) => ({
  kind: "ANSWER" as const,
  links: [{ kind: "ANSWERS" as const, toId }],
});

it("counts what others ask me and my unit, until it is answered", () => {
  const cards = [
    card("mine", { isMine: true, unitId: "u1" }),
    card("ours", { unitId: "u1" }),
    card("theirs", { unitId: "u2" }),
    card("c1", { ...challenging("mine"), unitId: "u2" }),
    card("c2", { ...challenging("ours"), unitId: "u2" }),
    card("c3", { ...challenging("theirs"), isMine: true, unitId: "u1" }),
    card("c4", { ...challenging("mine"), unitId: "u2" }),
    card("a4", answering("c4")),
  ];
  expect(challengesToAnswer(cards, "u1").map(({ id }) => id)).toEqual(["c1", "c2"]);
  expect(challengesToAnswer(cards, null).map(({ id }) => id)).toEqual(["c1"]);
});
