import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/world.js";
import type { Board } from "./board.entity.js";
import { readCards } from "./board.reads.js";
import { tableTools, viewer } from "./testing/table.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

const { atTable, posted } = tableTools(() => test_.app);

/** A table with seven cards: two of the same microsecond, some of the same millisecond, and one that was withdrawn. */
const withCards = async () => {
  const table = await atTable();
  const ids: string[] = [];
  for (let n = 0; n < 7; n += 1) ids.push(await posted(table.anna, table.board, { body: `Idé ${n}` }));
  const { pool } = test_.app;
  const at = [".000001", ".000001", ".000002", ".0009", ".001", ".001001", ".002"];
  for (const [n, id] of ids.entries())
    await pool.query("UPDATE contribution SET created_at = $2 WHERE id = $1", [
      id,
      `2026-11-22 10:00:00${at[n]}Z`,
    ]);
  await pool.query("UPDATE contribution SET withdrawn_at = now() WHERE id = $1", [ids[3]]);
  return { ...table, ids: ids.filter((_, n) => n !== 3) };
};

const pageOf = (board: Board, who: ReturnType<typeof viewer>, first: number, after?: string | null) =>
  readCards(test_.app.pool, { gatheringId: board.gatheringId, boardId: board.id }, who, { first, after });

test.each([1, 2, 5, 6])(
  "pages of %s go through all cards once, in their order, and know how many there are",
  async (first) => {
    const { board, bo, ids } = await withCards();
    const read: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo, totalCount } = await pageOf(board, viewer(bo), first, after);
      expect(totalCount).toBe(ids.length);
      read.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(read.toSorted()).toEqual(ids.toSorted());
    expect(read.slice(2)).toEqual(ids.slice(2));
  },
);

test("a place that is none of ours is the beginning", async () => {
  const { board, bo, ids } = await withCards();
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  for (const after of [
    "",
    "x",
    encoded(null),
    encoded(["now()", ids[0]]),
    encoded(["1", "x"]),
    encoded([1, ids[0]]),
  ])
    expect((await pageOf(board, viewer(bo), 1, after)).edges[0]?.node.id, after).toBe(
      (await pageOf(board, viewer(bo), 1)).edges[0]?.node.id,
    );
});
