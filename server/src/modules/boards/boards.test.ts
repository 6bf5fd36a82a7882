import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  BoardFrozen,
  GatheringNotOpen,
  InputRejected,
  KindNotInvited,
  NotSeated,
} from "../../kernel/refusals.js";
import { newId } from "../../kernel/ids.js";
import { ContributionKind, GatheringState, InputProblem } from "../../kernel/words.js";
import type { Actor } from "../../identity/actor.js";
import type { Viewer } from "../../live/presenter.js";
import { presentersOf } from "../../live/presenter.js";
import { type TestApp, startTestApp, World, type Somebody } from "../../testing/world.js";
import { Gathering, Naming, Writing } from "../gatherings/index.js";
import { NetworkRole } from "../networks/index.js";
import { boardPresenter } from "./board.presenter.js";
import { readCards } from "./board.reads.js";
import type { Board } from "./board.entity.js";
import { placeOf } from "./commands/card-command.js";
import { editContribution } from "./commands/edit-contribution.js";
import { freezeBoard } from "./commands/freeze-board.js";
import { hideContribution, restoreContribution } from "./commands/hide-contribution.js";
import { markAnswer } from "./commands/mark-answer.js";
import { mergeIdeas, unmergeIdea } from "./commands/merge-ideas.js";
import { openWriting } from "./commands/open-writing.js";
import { postContribution, type PostContribution } from "./commands/post-contribution.js";
import { takeHome } from "./commands/take-home.js";
import { withdrawContribution } from "./commands/withdraw-contribution.js";
import { contributionPresenter } from "./contribution.presenter.js";
import { Lens } from "./contribution.entity.js";
import type { Card } from "./contribution.type.js";
import { readTrail } from "./trail.reads.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

/** Two of different units at one board, one elsewhere, and a leader. */
const atTable = async () => {
  const world = await World.create(test_.app.source);
  const [anna, bo, far] = [
    await world.addParticipant(0),
    await world.addParticipant(1),
    await world.addParticipant(2),
  ];
  const leader = await world.addMember(NetworkRole.LEADER);
  const { board } = await world.addGroup(anna, bo);
  return { world, anna, bo, far, leader, board };
};

const input = (board: Board, changes: Partial<PostContribution> = {}): PostContribution => ({
  clientMutationId: newId(),
  boardId: board.id,
  kind: ContributionKind.IDEA,
  body: "Alle besøker én annen enhet før jul",
  fromAuthor: false,
  ...changes,
});

const post = (who: Somebody, board: Board, changes: Partial<PostContribution> = {}) =>
  postContribution(test_.app.commit, who.actor, input(board, changes));

/** Posts and expects it to stand; the card's id. */
const posted = async (
  who: Somebody,
  board: Board,
  changes: Partial<PostContribution> = {},
): Promise<string> => {
  const { outcome } = await post(who, board, changes);
  if (!outcome.done) throw new Error(`refused: ${outcome.refusal.message}`);
  return outcome.value.contributionId;
};

const refusalOf = async (
  committed: Promise<{ outcome: { done: boolean; refusal?: unknown } }>,
): Promise<unknown> => ((await committed).outcome as { refusal?: unknown }).refusal;

const viewer = (
  { actor, participant }: { actor: Actor; participant?: { id: string } },
  mayLead = false,
): Viewer => ({
  personId: actor.personId,
  participantId: participant?.id ?? null,
  mayLead,
  parts: [],
});

const seen = async (board: Board, who: Viewer): Promise<Card[]> => {
  const page = await readCards(test_.app.pool, { gatheringId: board.gatheringId, boardId: board.id }, who, {
    first: 100,
  });
  return page.edges.map(({ node }) => node);
};

const act = async <I extends { contributionId: string }, T>(
  verb: (
    commit: TestApp["app"]["commit"],
    actor: Actor,
    place: { boardId: string; gatheringId: string },
    input: I & { clientMutationId: string },
  ) => Promise<T>,
  actor: Actor,
  given: I,
): Promise<T> =>
  verb(test_.app.commit, actor, await placeOf(test_.app.pool, given.contributionId), {
    clientMutationId: newId(),
    ...given,
  });

const example: Partial<PostContribution> = {
  kind: ContributionKind.PRACTICE_EXAMPLE,
  title: "Lesestund i par",
  body: "På 1. trinn «leser» elevene bildebok for en medelev.",
  lens: Lens.GOOD,
  challengeUsOn: "Hvordan vet vi at det virker?",
  theme: "Begynneropplæring",
};

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
    const first = await postContribution(test_.app.commit, far.actor, given);
    const again = await postContribution(test_.app.commit, far.actor, given);
    expect(first.position.seq).toBe(0);
    expect(again.outcome).toEqual(first.outcome);
    expect((again.outcome as { refusal?: unknown }).refusal).toBeInstanceOf(NotSeated);
  });

  test("a card that was not acknowledged can be sent again, and is there once", async () => {
    const { anna, board } = await atTable();
    const given = input(board);
    const answers = await Promise.all(
      [1, 2, 3].map(() => postContribution(test_.app.commit, anna.actor, given)),
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
    await expect(postContribution(test_.app.commit, stranger, input(board))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("kinds that are not invited, closed gatherings and frozen boards refuse", async () => {
    const { world, anna, leader, board } = await atTable();
    const item = await world.addItem({ invites: [ContributionKind.IDEA] });
    expect(await refusalOf(post(anna, board, { ...example, itemId: item.id }))).toBeInstanceOf(
      KindNotInvited,
    );
    await freezeBoard(test_.app.commit, leader, {
      clientMutationId: newId(),
      boardId: board.id,
      frozen: true,
    });
    expect(await refusalOf(post(anna, board))).toBeInstanceOf(BoardFrozen);
    await test_.app.source.manager.update(
      Gathering,
      { id: board.gatheringId },
      { state: GatheringState.ARCHIVED },
    );
    expect(await refusalOf(post(anna, board))).toMatchObject(new GatheringNotOpen(GatheringState.ARCHIVED));
  });

  test("markup and script are kept as the words they are", async () => {
    const { anna, board } = await atTable();
    const body = `<script>alert("hei")</script> & <b>fet</b>'; DROP TABLE contribution;--`;
    await posted(anna, board, { body });
    expect((await seen(board, viewer(anna)))[0]?.body).toBe(body);
  });
});

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
    await openWriting(test_.app.commit, leader, board.gatheringId, {
      clientMutationId: newId(),
      itemId: item.id,
    });
    expect(await seen(board, viewer(bo))).toMatchObject([{ id, visibility: "open", isMine: false }]);
  });

  test("a card that comes after the opening is open, filed under the item it began in", async () => {
    const { anna, bo, leader, board, item } = await silentTable();
    await openWriting(test_.app.commit, leader, board.gatheringId, {
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
    const opening = openWriting(test_.app.commit, anna.actor, board.gatheringId, {
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
    await openWriting(test_.app.commit, leader, board.gatheringId, {
      clientMutationId: newId(),
      itemId: item.id,
    });
    const [forLeader] = await seen(board, viewer({ actor: leader }, true));
    expect(forLeader).toMatchObject({ anonymous: true, author: null, unit: null, isMine: false });
    expect(JSON.stringify(forLeader)).not.toContain(anna.participant.id);
    expect((await seen(board, viewer(anna)))[0]).toMatchObject({ isMine: true });
  });
});

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
      const { rows } = await test_.app.pool.query(
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
    const places = [await placeOf(test_.app.pool, into), await placeOf(test_.app.pool, from)];
    const merged = await mergeIdeas(test_.app.commit, leader, places, {
      clientMutationId: newId(),
      intoId: into,
      fromIds: [from],
    });
    expect(merged.outcome.done).toBe(true);
    expect(await seen(other.board, viewer(far))).toMatchObject([{ id: from, mergedIntoId: into }]);
    const trail = await readTrail(test_.app.pool, from, viewer(far));
    expect(trail.steps.map(({ id }) => id)).toEqual([to, into, from]);
    const again = await mergeIdeas(test_.app.commit, leader, places, {
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
    const trail = await readTrail(test_.app.pool, idea, viewer(anna));
    expect(trail.links).toEqual([{ fromId: takeaway, toId: idea, kind: "takenHomeFrom" }]);
  });
});

describe("[FEED5] a stale snapshot and what came after make a fresh one", () => {
  const audiences = async (table: Awaited<ReturnType<typeof atTable>>): Promise<Record<string, Viewer>> => ({
    author: viewer(table.anna),
    neighbour: viewer(table.bo),
    leader: viewer({ actor: table.leader }, true),
  });

  /** Every command once, each after the ones it needs. */
  const history = (
    table: Awaited<ReturnType<typeof atTable>>,
    itemId: string,
  ): (() => Promise<unknown>)[] => {
    const { anna, bo, leader, board } = table;
    const ids: Record<string, string> = {};
    const keep = (name: string, id: Promise<string>) => id.then((value) => (ids[name] = value));
    const id = (name: string): string => ids[name] as string;
    const places = async (names: string[]) =>
      Promise.all(names.map((name) => placeOf(test_.app.pool, id(name))));
    return [
      () => keep("silent", posted(anna, board, { ...example, itemId })),
      () => keep("withdrawnSilent", posted(anna, board, { ...example, itemId })),
      () => act(withdrawContribution, anna.actor, { contributionId: id("withdrawnSilent") }),
      () => openWriting(test_.app.commit, leader, board.gatheringId, { clientMutationId: newId(), itemId }),
      () => keep("challenge", posted(bo, board, { kind: ContributionKind.CHALLENGE, toId: id("silent") })),
      () => keep("answer", posted(anna, board, { kind: ContributionKind.ANSWER, toId: id("challenge") })),
      () => act(markAnswer, anna.actor, { contributionId: id("answer"), fromAuthor: true }),
      () => keep("ideaA", posted(anna, board, { toId: id("silent") })),
      () => keep("ideaB", posted(bo, board)),
      () => act(editContribution, bo.actor, { contributionId: id("ideaB"), body: "Ny ordlyd" }),
      async () =>
        mergeIdeas(test_.app.commit, leader, await places(["ideaA", "ideaB"]), {
          clientMutationId: newId(),
          intoId: id("ideaA"),
          fromIds: [id("ideaB")],
        }),
      () => act(hideContribution, leader, { contributionId: id("ideaA"), reason: "Et øyeblikk" }),
      () => act(restoreContribution, leader, { contributionId: id("ideaA") }),
      () => act(unmergeIdea, leader, { contributionId: id("ideaB") }),
      () => act(takeHome, bo.actor, { contributionId: id("ideaA"), body: "Til høsten" }),
      () => act(withdrawContribution, bo.actor, { contributionId: id("ideaB") }),
      // Everybody hears of the last one: so each reader can be followed until it is there.
      () =>
        freezeBoard(test_.app.commit, leader, { clientMutationId: newId(), boardId: board.id, frozen: true }),
    ];
  };

  type Change = { contribution?: Card; id?: string; board?: { frozen: boolean } };
  const apply = (cards: Map<string, Card>, changes: readonly unknown[]): void => {
    for (const change of changes as Change[]) {
      if (change.contribution) cards.set(change.contribution.id, change.contribution);
      else if (change.id) cards.delete(change.id);
    }
  };
  const asMap = (cards: readonly Card[]): Map<string, Card> => new Map(cards.map((card) => [card.id, card]));
  const sorted = (cards: Map<string, Card>): Card[] =>
    [...cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

  test("after every command, for every audience, from every earlier snapshot", async () => {
    const table = await atTable();
    const item = await table.world.addItem({ writing: Writing.SILENT });
    const viewers = await audiences(table);
    const presenters = presentersOf(contributionPresenter, boardPresenter);
    const snapshots: { name: string; cursor: string; cards: Map<string, Card> }[] = [];
    const snap = async (): Promise<void> => {
      const { rows } = await test_.app.pool.query<{ head: string }>("SELECT head FROM stream WHERE id = $1", [
        table.board.id,
      ]);
      for (const [name, who] of Object.entries(viewers)) {
        snapshots.push({ name, cursor: `1.${rows[0]?.head}`, cards: asMap(await seen(table.board, who)) });
      }
    };
    await snap();
    for (const command of history(table, item.id)) {
      await command();
      await snap();
    }
    const { rows } = await test_.app.pool.query<{ head: string }>("SELECT head FROM stream WHERE id = $1", [
      table.board.id,
    ]);
    const end = `1.${rows[0]?.head}`;
    for (const { name, cursor, cards } of snapshots.filter((snapshot) => snapshot.cursor !== end)) {
      const who = viewers[name] as Viewer;
      const feed = await test_.app.feed.subscribe({
        streamId: table.board.id,
        cursor,
        viewer: async () => who,
        presenters,
      });
      for await (const event of feed) {
        if (event.type === "frame") apply(cards, event.changes);
        if (event.type === "reset" || event.cursor === end) break;
      }
      expect(sorted(cards), `${name} from ${cursor}`).toEqual(sorted(asMap(await seen(table.board, who))));
    }
  });
});
