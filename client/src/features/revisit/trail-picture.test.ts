import type { LinkKind } from "@ordskifte/schema";
import { expect, it } from "vitest";
import { challenge, example } from "../../live/testing/samples.js";
import type { Contribution } from "../board/board-card.js";
import { pictureOf, relationOf } from "./trail-picture.js";

const link = (fromId: string, kind: LinkKind, toId: string) => ({
  __typename: "TrailLink" as const,
  fromId,
  kind,
  toId,
});

function idea(id: string, at: number): Contribution {
  return { ...challenge(id, at, ""), __typename: "Idea", kind: "IDEA", mergedIntoId: null };
}

const trail = (steps: Contribution[], links: ReturnType<typeof link>[]) =>
  pictureOf({ __typename: "Trail", steps, links });
const ids = (cards: readonly Contribution[]) => cards.map(({ id }) => id);

it("stands each card to the right of all it came of, and its kind at its usual place", () => {
  const picture = trail(
    [example("e", 0, "Vi leser i par"), challenge("c", 1, "e"), idea("far", 2), idea("near", 3)],
    [link("c", "CHALLENGES", "e"), link("far", "SPRINGS_FROM", "c"), link("near", "SPRINGS_FROM", "e")],
  );
  expect(picture.columns.map(ids)).toEqual([["e"], ["c"], ["far", "near"]]);
  expect(ids(picture.inOrder)).toEqual(["e", "c", "far", "near"]);
});

it("lets a merged idea lead to the one it lives on in, though that one may be older", () => {
  const picture = trail([idea("kept", 0), idea("merged", 1)], [link("merged", "MERGED_INTO", "kept")]);
  expect(picture.columns.map(ids)).toEqual([["merged"], ["kept"]]);
  expect(picture.inOrder.map((card) => relationOf(card, picture))).toEqual([null, "MERGED_INTO"]);
});

it("draws a ring of links, too", () => {
  const ring = [link("a", "SPRINGS_FROM", "b"), link("b", "SPRINGS_FROM", "a")];
  const picture = trail([idea("a", 0), idea("b", 1)], ring);
  expect(ids(picture.columns.flat()).toSorted()).toEqual(["a", "b"]);
  expect(ids(picture.inOrder)).toEqual(["a", "b"]);
});
