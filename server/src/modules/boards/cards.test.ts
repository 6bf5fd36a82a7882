import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { ContributionKind, InputProblem } from "../../kernel/words.js";
import { placeOf } from "./commands/card-command.js";
import { editContribution } from "./commands/edit-contribution.js";
import { hideContribution, restoreContribution } from "./commands/hide-contribution.js";
import { markAnswer } from "./commands/mark-answer.js";
import { mergeIdeas, unmergeIdea } from "./commands/merge-ideas.js";
import { takeHome } from "./commands/take-home.js";
import { withdrawContribution } from "./commands/withdraw-contribution.js";
import { readTrail } from "./trail.reads.js";
import { example, refusalOf, viewer, tableTools } from "./testing/table.js";
import { headOf } from "../../testing/follow.js";
import { startTestApp, type TestApp } from "../../testing/world.js";

let running: TestApp;
beforeAll(async () => {
  running = await startTestApp();
});
afterAll(() => running.stop());

const { atTable, post, posted, seen, act } = tableTools(() => running.app);

describe("challenge and answer", () => {
  test("the author of the example, and their unit, answer as the author; others cannot", async () => {
    const { world, anna, bo, board } = await atTable();
    const colleague = await world.addParticipant(0);
    const to = await posted(anna, board, example);
    const challenge = await posted(bo, board, {
      kind: ContributionKind.CHALLENGE,
      body: "Hvordan vet dere det?",
      toId: to,
    });
    const answer = { kind: ContributionKind.ANSWER, body: "Vi teller.", toId: challenge };
    expect(await refusalOf(post(bo, board, { ...answer, fromAuthor: true }))).toMatchObject({
      field: "fromAuthor",
    });
    const id = await posted(bo, board, answer);
    await expect(act(markAnswer, bo.actor, { contributionId: id, fromAuthor: true })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await act(markAnswer, colleague.actor, { contributionId: id, fromAuthor: true });
    expect(await seen(board, viewer(bo))).toContainEqual(expect.objectContaining({ id, fromAuthor: true }));
    expect(await refusalOf(post(bo, board, { ...answer, toId: to }))).toMatchObject({
      field: "toId",
      problem: InputProblem.NOT_ALLOWED,
    });
  });
});

describe("editing, withdrawing, hiding", () => {
  test("moves the gathering only where the card is an idea, which is told of there", async () => {
    const { anna, leader, board } = await atTable();
    const moves = async (contributionId: string): Promise<number> => {
      const before = await headOf(running.app, board.gatheringId);
      await act(editContribution, anna.actor, { contributionId, body: "Ny ordlyd" });
      await act(hideContribution, leader, { contributionId, reason: "Et øyeblikk" });
      await act(restoreContribution, leader, { contributionId });
      await act(withdrawContribution, anna.actor, { contributionId });
      return (await headOf(running.app, board.gatheringId)) - before;
    };
    expect(await moves(await posted(anna, board, { kind: ContributionKind.REFLECTION }))).toBe(0);
    expect(await moves(await posted(anna, board))).toBe(4);
  });

  test("only the author edits", async () => {
    const { anna, bo, leader, board } = await atTable();
    const id = await posted(anna, board);
    for (const actor of [bo.actor, leader]) {
      await expect(act(editContribution, actor, { contributionId: id, body: "annet" })).rejects.toMatchObject(
        { code: "FORBIDDEN" },
      );
    }
    await act(editContribution, anna.actor, { contributionId: id, body: "Alle besøker to enheter" });
    expect(await seen(board, viewer(bo))).toMatchObject([{ body: "Alle besøker to enheter", revision: 2 }]);
  });

  test("a withdrawn card is gone for everybody, and its words from the whole database", async () => {
    const { anna, leader, board } = await atTable();
    const id = await posted(anna, board, { body: "tilbakekalt-tekst" });
    await act(withdrawContribution, anna.actor, { contributionId: id });
    for (const who of [viewer(anna), viewer({ actor: leader }, true)])
      expect(await seen(board, who)).toEqual([]);
    for (const table of ["contribution", "log_entry", "receipt"]) {
      const { rows } = await running.app.pool.query(
        `SELECT 1 FROM ${table} t WHERE t::text LIKE '%tilbakekalt-tekst%'`,
      );
      expect(rows, table).toEqual([]);
    }
    await expect(
      act(editContribution, anna.actor, { contributionId: id, body: "igjen" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a hidden card is for its author, who reads why, and the leaders, until it is restored", async () => {
    const { anna, bo, leader, board } = await atTable();
    const id = await posted(anna, board);
    await expect(
      act(hideContribution, bo.actor, { contributionId: id, reason: "nei" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await act(hideContribution, leader, { contributionId: id, reason: "Kan gjenkjennes" });
    expect(await seen(board, viewer(bo))).toEqual([]);
    expect(await seen(board, viewer(anna))).toMatchObject([
      { id, visibility: "hidden", hiddenReason: "Kan gjenkjennes" },
    ]);
    await act(restoreContribution, leader, { contributionId: id });
    expect(await seen(board, viewer(bo))).toMatchObject([{ id, visibility: "open" }]);
  });
});

describe("ideas", () => {
  test("merge across boards, keep words and origins, and stand for themselves again", async () => {
    const { world, anna, far, leader, board } = await atTable();
    const other = await world.addGroup(far);
    const to = await posted(anna, board, example);
    const [into, from] = [await posted(anna, board, { toId: to }), await posted(far, other.board)];
    const places = [await placeOf(running.app.pool, into), await placeOf(running.app.pool, from)];
    const merged = await mergeIdeas(running.app.commit, leader, places, {
      clientMutationId: newId(),
      intoId: into,
      fromIds: [from],
    });
    expect(merged.outcome.done).toBe(true);
    expect(await seen(other.board, viewer(far))).toMatchObject([{ id: from, mergedIntoId: into }]);
    const trail = await readTrail(running.app.pool, from, viewer(far));
    expect(trail.steps.map(({ id }) => id)).toEqual([to, into, from]);
    const again = await mergeIdeas(running.app.commit, leader, places, {
      clientMutationId: newId(),
      intoId: into,
      fromIds: [from],
    });
    expect((again.outcome as { refusal?: unknown }).refusal).toMatchObject({
      field: "fromIds",
      problem: InputProblem.NOT_ALLOWED,
    });
    await act(unmergeIdea, leader, { contributionId: from });
    expect(await seen(other.board, viewer(far))).toMatchObject([{ id: from, mergedIntoId: null }]);
  });

  test("are taken home by a unit that is not seated there, and the trail tells", async () => {
    const { anna, far, board } = await atTable();
    const idea = await posted(anna, board);
    const { outcome } = await act(takeHome, far.actor, {
      contributionId: idea,
      body: "Vi prøver i november",
    });
    const takeaway = (outcome as { value: { contributionId: string } }).value.contributionId;
    const trail = await readTrail(running.app.pool, idea, viewer(anna));
    expect(trail.links).toEqual([{ fromId: takeaway, toId: idea, kind: "takenHomeFrom" }]);
  });
});
