import type { LinkKind } from "@ordskifte/schema";
import { expect, it } from "vitest";
import { branchesOf } from "./spotlight.js";

function card(id: string, kind?: LinkKind, toId?: string) {
  return { id, links: kind && toId ? [{ kind, toId }] : [] };
}

it("puts answers under their challenges, and leaves out what belongs to other cards", () => {
  const cards = [
    card("example"),
    card("first", "CHALLENGES", "example"),
    card("second", "CHALLENGES", "example"),
    card("elsewhere", "CHALLENGES", "other"),
    card("answer", "ANSWERS", "first"),
    card("more", "ANSWERS", "answer"),
    card("idea", "SPRINGS_FROM", "first"),
  ];
  const told = branchesOf("example", cards).map((branch) => [
    branch.card.id,
    branch.answers.map(({ id }) => id),
  ]);
  expect(told).toEqual([
    ["first", ["answer", "more"]],
    ["second", []],
  ]);
});
