import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { Outdated } from "../../kernel/refusals.js";
import { ContributionKind, InputProblem } from "../../kernel/words.js";
import { Gathering, Naming, Phase, ProgrammeItem, setPhase, Writing } from "../gatherings/index.js";
import { closeWriting } from "./commands/close-writing.js";
import { openCards, openWriting } from "./commands/open-writing.js";
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

  /** The item is on, and everybody writes alone. */
  const writingNow = async () => {
    const table = await silentTable();
    const { manager } = running.app.source;
    const { gatheringId } = table.board;
    await manager.update(Gathering, gatheringId, { currentItemId: table.item.id, phase: Phase.INDIVIDUAL });
    const lead = (phase: Phase) =>
      setPhase(openCards)(running.app.commit, table.leader, gatheringId, {
        clientMutationId: newId(),
        phase,
      });
    const close = () =>
      closeWriting(running.app.commit, table.leader, gatheringId, {
        clientMutationId: newId(),
        itemId: table.item.id,
      });
    const now = () => manager.findOneByOrFail(Gathering, { id: gatheringId });
    const openedAt = async () =>
      (await manager.findOneByOrFail(ProgrammeItem, { id: table.item.id })).openedAt;
    return { ...table, lead, close, now, openedAt };
  };

  test("ends with the phase: the group has the cards before it", async () => {
    const { bo, board, id, lead, now, openedAt } = await writingNow();
    expect((await lead(Phase.INDIVIDUAL)).outcome.done).toBe(true);
    expect(await openedAt()).toBeNull();
    expect((await lead(Phase.GROUP)).outcome.done).toBe(true);
    expect(await seen(board, viewer(bo))).toMatchObject([{ id, visibility: "open" }]);
    expect(await now()).toMatchObject({ phase: Phase.GROUP, moment: 2 });
    expect(await openedAt()).not.toBeNull();
  });

  test("does not end by a phase for which the boards were not locked", async () => {
    const { board, leader, now, openedAt } = await writingNow();
    const input = { clientMutationId: newId(), phase: Phase.GROUP };
    const unlocked = setPhase(null)(running.app.commit, leader, board.gatheringId, input);
    expect(await refusalOf(unlocked)).toBeInstanceOf(Outdated);
    expect(await now()).toMatchObject({ phase: Phase.INDIVIDUAL, moment: 1 });
    expect(await openedAt()).toBeNull();
  });

  test("is taken up again where the opening is taken back; what came after the opening stays", async () => {
    const { anna, bo, leader, board, item, id, lead, close, now, openedAt } = await writingNow();
    await lead(Phase.GROUP);
    const late = await posted(anna, board, { itemId: item.id });
    expect((await close()).outcome.done).toBe(true);
    expect((await seen(board, viewer(bo))).map((card) => card.id)).toEqual([late]);
    expect((await seen(board, viewer({ actor: leader }, true))).map((card) => card.id)).toEqual([late]);
    expect(await seen(board, viewer(anna))).toContainEqual(
      expect.objectContaining({ id, visibility: "onlyMe" }),
    );
    expect(await now()).toMatchObject({ phase: Phase.INDIVIDUAL, moment: 3 });
    expect(await openedAt()).toBeNull();
    expect(await refusalOf(close())).toBeInstanceOf(Outdated);
  });

  test("is not taken up again once somebody has written to a card", async () => {
    const { bo, board, id, lead, close, openedAt } = await writingNow();
    await lead(Phase.PLENARY);
    await posted(bo, board, { kind: ContributionKind.CHALLENGE, toId: id });
    expect(await refusalOf(close())).toBeInstanceOf(Outdated);
    expect(await openedAt()).not.toBeNull();
  });
});
