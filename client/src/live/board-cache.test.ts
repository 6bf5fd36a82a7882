import { BoardViewFragmentDoc, type BoardFrameFieldsFragment } from "@ordskifte/schema";
import { describe, expect, it } from "vitest";
import { makeCache } from "./cache.js";
import { applyBoardFrame, applyBoardWritten, writeBoardSnapshot } from "./board-cache.js";
import { board, boardView, challenge, example, unit } from "./testing/samples.js";

type Changes = BoardFrameFieldsFragment["changes"];
type Card = ReturnType<typeof example>;
type Moment = { readonly board: ReturnType<typeof board>; readonly cards: readonly Card[] };

const put = (contribution: Card): Changes[number] => ({ __typename: "ContributionPut", contribution });
const gone = (id: string): Changes[number] => ({ __typename: "ContributionGone", id });
const boardPut = (fields: Moment["board"]): Changes[number] => ({ __typename: "BoardPut", board: fields });

/** A board's life: what each frame brought. */
const frames: readonly Changes[] = [
  [put(example("a", 1, "Lesestund i par"))],
  [put(challenge("c", 3, "a")), put(example("b", 2, "Skriv først"))],
  [put(example("a", 1, "Lesestund i par, hver dag", 2))],
  [boardPut(board("Gruppe 1", true))],
  [gone("b"), put(challenge("d", 4, "a"))],
  [gone("c"), boardPut(board("Gruppe én", false))],
  [put(example("e", 5, "Faste lekegrupper")), gone("a")],
];

function after(count: number): Moment {
  return frames.slice(0, count).flat().reduce<Moment>(folded, { board: board(), cards: [] });
}

function folded(moment: Moment, change: Changes[number]): Moment {
  if (change.__typename === "BoardPut") return { ...moment, board: change.board };
  if (change.__typename === "UnitPut") return moment;
  const id = change.__typename === "ContributionGone" ? change.id : change.contribution.id;
  const others = moment.cards.filter((card) => card.id !== id);
  return {
    ...moment,
    cards: change.__typename === "ContributionGone" ? others : [...others, change.contribution],
  };
}

function cacheAt(moment: Moment) {
  const cache = makeCache();
  writeBoardSnapshot(cache, boardView(moment.board, moment.cards));
  return cache;
}

function read(cache: ReturnType<typeof makeCache>) {
  return cache.readFragment({
    id: "Board:board-1",
    fragment: BoardViewFragmentDoc,
    fragmentName: "BoardView",
  });
}

const nextTurn = () => new Promise((go) => setTimeout(go));

const positions = frames.map((_, index) => index);

describe("a board in the cache", () => {
  it.each(positions)("a snapshot after frame %i and the later frames make the fresh snapshot", (start) => {
    const cache = cacheAt(after(start));
    for (const changes of frames.slice(start)) applyBoardFrame(cache, "board-1", changes);
    expect(read(cache)).toEqual(read(cacheAt(after(frames.length))));
    expect(read(cache)?.contributions.edges.map(({ node }) => node.id)).toEqual(["d", "e"]);
  });

  it.each(positions)("one folded frame from %i makes the fresh snapshot, too", (start) => {
    const cache = cacheAt(after(start));
    applyBoardFrame(cache, "board-1", frames.slice(start).flat());
    expect(read(cache)).toEqual(read(cacheAt(after(frames.length))));
  });

  it("takes the same frame twice without a trace", () => {
    const cache = cacheAt(after(2));
    applyBoardFrame(cache, "board-1", frames[2] ?? []);
    const once = read(cache);
    applyBoardFrame(cache, "board-1", frames[2] ?? []);
    expect(read(cache)).toEqual(once);
  });

  it("tells the screen of a frame once", async () => {
    const cache = cacheAt(after(1));
    let calls = 0;
    const seen = cache.watchFragment({
      fragment: BoardViewFragmentDoc,
      fragmentName: "BoardView",
      from: { __typename: "Board", id: "board-1" },
    });
    const watching = seen.subscribe(() => void (calls += 1));
    await nextTurn();
    calls = 0;
    applyBoardFrame(cache, "board-1", frames.slice(1).flat());
    await nextTurn();
    expect(calls).toBe(1);
    watching.unsubscribe();
  });

  it("does not let an answer that came late undo a newer frame", () => {
    const cache = cacheAt(after(3));
    const late = example("a", 1, "Lesestund i par", 1);
    applyBoardWritten(cache, { board: board(), contribution: late });
    expect(read(cache)?.contributions.edges[0]?.node.body).toBe("Lesestund i par, hver dag");
  });

  it("shows a unit that looks different now on every card that names it", () => {
    const cache = cacheAt(after(2));
    const school = { ...unit("unit-1", "Lysnes skole"), kind: "PRIMARY_SCHOOL" as const };
    applyBoardFrame(cache, "board-1", [{ __typename: "UnitPut", unit: school }]);
    const units = read(cache)?.contributions.edges.map(({ node }) => node.unit);
    expect(units).toEqual([school, school, school]);
  });

  it("takes away a card that its author has withdrawn", () => {
    const cache = cacheAt(after(2));
    applyBoardWritten(cache, { board: board(), contribution: null }, "b");
    expect(read(cache)?.contributions.edges.map(({ node }) => node.id)).toEqual(["a", "c"]);
    expect(read(cache)?.contributions.totalCount).toBe(2);
  });
});
