import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  BoardFrozen,
  GatheringNotOpen,
  InputRejected,
  CritiqueOff,
  KindNotInvited,
  NotSeated,
} from "../../kernel/refusals.js";
import { newId } from "../../kernel/ids.js";
import { ContributionKind, GatheringState, InputProblem, Language } from "../../kernel/words.js";
import { Gathering } from "../gatherings/index.js";
import { editContribution } from "./commands/edit-contribution.js";
import { freezeBoard } from "./commands/freeze-board.js";
import { postContribution } from "./commands/post-contribution.js";
import { Lens } from "./contribution.entity.js";
import { example, input, refusalOf, viewer, tableTools } from "./testing/table.js";
import { startTestApp, type TestApp } from "../../testing/world.js";

let running: TestApp;
beforeAll(async () => {
  running = await startTestApp();
});
afterAll(() => running.stop());

const { act, atTable, post, posted, seen } = tableTools(() => running.app);

describe("posting", () => {
  test("everybody at the gathering sees an open card, with its author and unit", async () => {
    const { anna, far, board } = await atTable();
    const id = await posted(anna, board, example);
    const [card] = await seen(board, viewer(far));
    expect(card).toMatchObject({
      id,
      title: "Lesestund i par",
      lens: Lens.GOOD,
      isMine: false,
      author: { id: anna.participant.id },
      unit: { name: "Skarvfjord skole" },
    });
  });

  test("a card tells what it is written in, and an edit tells it anew", async () => {
    const { anna, far, board } = await atTable();
    const [told, untold] = [
      await posted(anna, board, { language: Language.NN }),
      await posted(anna, board, { body: "Skolehage" }),
    ];
    const languages = async () =>
      new Map((await seen(board, viewer(far))).map(({ id, language }) => [id, language]));
    expect(await languages()).toEqual(
      new Map([
        [told, Language.NN],
        [untold, null],
      ]),
    );
    const words = { contributionId: told, body: "We visit each other.", language: Language.EN };
    await act(editContribution, anna.actor, words);
    expect((await languages()).get(told)).toBe(Language.EN);
  });

  test.each([
    ["an empty body", { body: " \n " }, "body", InputProblem.EMPTY],
    ["a body that is too long", { body: "å".repeat(2001) }, "body", InputProblem.TOO_LONG],
    ["an example without heading", { ...example, title: "" }, "title", InputProblem.EMPTY],
    ["an example without lens", { ...example, lens: null }, "lens", InputProblem.EMPTY],
    ["a challenge to nothing", { kind: ContributionKind.CHALLENGE }, "toId", InputProblem.EMPTY],
    [
      "a challenge to a card that is not there",
      { kind: ContributionKind.CHALLENGE, toId: newId() },
      "toId",
      InputProblem.UNKNOWN,
    ],
    ["an unknown item", { itemId: newId() }, "itemId", InputProblem.UNKNOWN],
    [
      "speaking as the author where nothing is answered",
      { fromAuthor: true },
      "fromAuthor",
      InputProblem.NOT_ALLOWED,
    ],
  ] as const)("%s is refused by field", async (_name, changes, field, problem) => {
    const { anna, board } = await atTable();
    const refusal = await refusalOf(post(anna, board, changes));
    expect(refusal).toBeInstanceOf(InputRejected);
    expect(refusal).toMatchObject({ field, problem });
    expect(await seen(board, viewer(anna))).toEqual([]);
  });

  test("[LOG4] a refused card leaves no number behind, and its repeat is refused the same", async () => {
    const { far, board } = await atTable();
    const given = input(board);
    const first = await postContribution(running.app.commit, far.actor, given);
    const again = await postContribution(running.app.commit, far.actor, given);
    expect(first.position.seq).toBe(0);
    expect(again.outcome).toEqual(first.outcome);
    expect((again.outcome as { refusal?: unknown }).refusal).toBeInstanceOf(NotSeated);
  });

  test("a card that was not acknowledged can be sent again, and is there once", async () => {
    const { anna, board } = await atTable();
    const given = input(board);
    const answers = await Promise.all(
      [1, 2, 3].map(() => postContribution(running.app.commit, anna.actor, given)),
    );
    expect(new Set(answers.map(({ position }) => position.seq)).size).toBe(1);
    expect(await seen(board, viewer(anna))).toHaveLength(1);
  });

  test("somebody else's card cannot be overwritten by posting with its id", async () => {
    const { anna, bo, board } = await atTable();
    const id = await posted(anna, board);
    await expect(post(bo, board, { clientMutationId: id, body: "overtatt" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await seen(board, viewer(bo))).toMatchObject([
      { id, body: "Alle besøker én annen enhet før jul" },
    ]);
  });

  test("those who are not at the gathering learn nothing of the board", async () => {
    const { world, board } = await atTable();
    const stranger = await world.addPerson();
    await expect(postContribution(running.app.commit, stranger, input(board))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a challenge is refused where its writing began without critique, and nothing else is", async () => {
    const { world, anna, bo, board } = await atTable();
    const cafe = await world.addItem({ critique: false });
    const toId = await posted(anna, board, { ...example, itemId: cafe.id });
    const challenge = { kind: ContributionKind.CHALLENGE, toId, body: "Hvordan vet dere det?" };
    expect(await refusalOf(post(bo, board, { ...challenge, itemId: cafe.id }))).toBeInstanceOf(CritiqueOff);
    await posted(bo, board, { kind: ContributionKind.REFLECTION, body: "Jeg undres.", itemId: cafe.id });
    await posted(bo, board, challenge);
  });

  test("kinds that are not invited, closed gatherings and frozen boards refuse", async () => {
    const { world, anna, leader, board } = await atTable();
    const item = await world.addItem({ invites: [ContributionKind.IDEA] });
    expect(await refusalOf(post(anna, board, { ...example, itemId: item.id }))).toBeInstanceOf(
      KindNotInvited,
    );
    await freezeBoard(running.app.commit, leader, {
      clientMutationId: newId(),
      boardId: board.id,
      frozen: true,
    });
    expect(await refusalOf(post(anna, board))).toBeInstanceOf(BoardFrozen);
    await world.alter(Gathering, world.gathering, { state: GatheringState.ARCHIVED });
    expect(await refusalOf(post(anna, board))).toMatchObject(new GatheringNotOpen(GatheringState.ARCHIVED));
  });

  test("markup and script are kept as the words they are", async () => {
    const { anna, board } = await atTable();
    const body = `<script>alert("hei")</script> & <b>fet</b>'; DROP TABLE contribution;--`;
    await posted(anna, board, { body });
    expect((await seen(board, viewer(anna)))[0]?.body).toBe(body);
  });
});
