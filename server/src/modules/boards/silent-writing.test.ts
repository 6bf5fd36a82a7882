import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { ContributionKind, InputProblem } from "../../kernel/words.js";
import { Naming, Writing } from "../gatherings/index.js";
import { openWriting } from "./commands/open-writing.js";
import { example, refusalOf, viewer, tableTools } from "./testing/table.js";
import { startTestApp, type TestApp } from "../../testing/world.js";

let running: TestApp;
beforeAll(async () => {
  running = await startTestApp();
});
afterAll(() => running.stop());

const { atTable, post, posted, seen } = tableTools(() => running.app);

describe("silent writing", () => {
  const silentTable = async (naming = Naming.NAMED) => {
    const table = await atTable();
    const item = await table.world.addItem({ writing: Writing.SILENT, naming });
    return { ...table, item, id: await posted(table.anna, table.board, { ...example, itemId: item.id }) };
  };

  test("is nobody's but the author's, the leader's neither, until it is opened", async () => {
    const { anna, bo, leader, board, item, id } = await silentTable();
    expect(await seen(board, viewer(anna))).toMatchObject([{ id, visibility: "onlyMe", isMine: true }]);
    expect(await seen(board, viewer(bo))).toEqual([]);
    expect(await seen(board, viewer({ actor: leader }, true))).toEqual([]);
    await openWriting(running.app.commit, leader, board.gatheringId, {
      clientMutationId: newId(),
      itemId: item.id,
    });
    expect(await seen(board, viewer(bo))).toMatchObject([{ id, visibility: "open", isMine: false }]);
  });

  test("a card that comes after the opening is open, filed under the item it began in", async () => {
    const { anna, bo, leader, board, item } = await silentTable();
    await openWriting(running.app.commit, leader, board.gatheringId, {
      clientMutationId: newId(),
      itemId: item.id,
    });
    const late = await posted(anna, board, { itemId: item.id });
    expect(await seen(board, viewer(bo))).toContainEqual(
      expect.objectContaining({ id: late, itemId: item.id, visibility: "open" }),
    );
  });

  test("only those who lead open it", async () => {
    const { anna, board, item } = await silentTable();
    const opening = openWriting(running.app.commit, anna.actor, board.gatheringId, {
      clientMutationId: newId(),
      itemId: item.id,
    });
    await expect(opening).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("nobody can challenge what they may not see", async () => {
    const { bo, board, id } = await silentTable();
    const refusal = await refusalOf(post(bo, board, { kind: ContributionKind.CHALLENGE, toId: id }));
    expect(refusal).toMatchObject({ field: "toId", problem: InputProblem.UNKNOWN });
  });

  test("an anonymous card names nobody, not to the leader either, yet its author knows it", async () => {
    const { anna, leader, board, item } = await silentTable(Naming.ANONYMOUS);
    await openWriting(running.app.commit, leader, board.gatheringId, {
      clientMutationId: newId(),
      itemId: item.id,
    });
    const [forLeader] = await seen(board, viewer({ actor: leader }, true));
    expect(forLeader).toMatchObject({ anonymous: true, author: null, unit: null, isMine: false });
    expect(JSON.stringify(forLeader)).not.toContain(anna.participant.id);
    expect((await seen(board, viewer(anna)))[0]).toMatchObject({ isMine: true });
  });
});
