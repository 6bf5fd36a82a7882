import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { ContributionKind } from "../../kernel/words.js";
import { presentersOf } from "../../live/presenter.js";
import { readStream, type StreamState } from "../../live/log.js";
import { readWindow } from "../../live/window.js";
import { startTestApp, World, type TestApp } from "../../testing/world.js";
import { join, Naming, streamsOfBoards } from "../gatherings/index.js";
import { authorPresenter } from "./author.presenter.js";
import { postContribution } from "./commands/post-contribution.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

test("[FEED5] whoever comes again under another name is shown so on their cards, but not on the anonymous ones", async () => {
  const { app } = test_;
  const world = await World.create(app.source);
  const anonymous = await world.addItem({ naming: Naming.ANONYMOUS });
  const [anna, bo] = [await world.addParticipant(0), await world.addParticipant(1)];
  const [{ board }, elsewhere] = [await world.addGroup(anna, bo), await world.addGroup(anna)];
  const post = async (boardId: string, who = anna, itemId = world.item.id) => {
    const input = {
      clientMutationId: newId(),
      boardId,
      itemId,
      kind: ContributionKind.IDEA,
      body: "Prøv",
      fromAuthor: false,
    };
    expect((await postContribution(app.commit, who.actor, input)).outcome.done).toBe(true);
    return input.clientMutationId;
  };
  const named = await post(board.id);
  await Promise.all([post(board.id, anna, anonymous.id), post(board.id, bo), post(elsewhere.board.id)]);
  const before = (await readStream(app.pool, board.id)) as StreamState;
  const gatheringId = world.gathering.id;
  const alsoTold = await streamsOfBoards(app.pool, gatheringId);
  const entrance = { gatheringId, personId: anna.actor.personId, alsoTold, attendance: app.attendance };
  const look = { name: "Anna Å.", unitId: world.units[2]?.id, people: 1 };
  const { outcome } = await join(app.commit, entrance, {
    clientMutationId: newId(),
    code: world.gathering.joinCode,
    ...look,
  });
  expect(outcome.done).toBe(true);
  const stream = (await readStream(app.pool, board.id)) as StreamState;
  const window = await readWindow(app.pool, presentersOf(authorPresenter), stream, before.head);
  const viewer = { personId: bo.actor.personId, participantId: bo.participant.id, mayLead: false, parts: [] };
  const { changes } = window.frameFor(viewer, stream.epoch);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    contribution: { id: named, author: { name: "Anna Å.", unit: { name: "Nordkyst universitet" } } },
  });
});
