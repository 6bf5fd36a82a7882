import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../kernel/ids.js";
import { GatheringNotOpen } from "../kernel/refusals.js";
import { ContributionKind, GatheringState, InputProblem } from "../kernel/words.js";
import { presentersOf, type Viewer } from "../live/presenter.js";
import { headOf, heardSince } from "../testing/follow.js";
import { startTestApp, World, type Somebody, type TestApp } from "../testing/world.js";
import { hideContribution, restoreContribution } from "../modules/boards/commands/hide-contribution.js";
import { mergeIdeas, unmergeIdea } from "../modules/boards/commands/merge-ideas.js";
import { Contribution, placeOf } from "../modules/boards/index.js";
import { changeState } from "../modules/gatherings/commands/change-state.js";
import { refusalOf, valueOf } from "../modules/gatherings/testing/hall.js";
import { NetworkRole } from "../modules/networks/index.js";
import { sendToPlenary, takeFromPlenary } from "../modules/plenary/commands/send-to-plenary.js";
import { setIdeasPerGroup } from "../modules/plenary/commands/set-ideas-per-group.js";
import { readPlenaryIdeas } from "../modules/plenary/plenary.facts.js";
import { plenaryIdeaPresenter, presentPlenaryIdea } from "../modules/plenary/plenary.presenter.js";
import { PlenaryIdeaGone, PlenaryIdeaPut, type PlenaryIdeaType } from "../modules/plenary/plenary.type.js";
import { readSimilarIdeas } from "../modules/plenary/similar-ideas.reads.js";

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

const inHall = async () => {
  const world = await World.create(test.app.source);
  const leader = await world.addMember(NetworkRole.LEADER);
  const [anna, bo, eli] = [
    await world.addParticipant(0),
    await world.addParticipant(1),
    await world.addParticipant(2),
  ];
  const { board } = await world.addGroup(anna, bo);
  const { board: other } = await world.addGroup(eli);
  return { world, leader, anna, bo, eli, board, other };
};
type At = Awaited<ReturnType<typeof inHall>>;

const write = async (
  { participant }: Somebody,
  boardId: string,
  body: string,
  changes: Partial<Contribution> = {},
): Promise<string> => {
  const { gatheringId, unitId, id: participantId } = participant;
  const kind = ContributionKind.IDEA as const;
  const card = {
    id: newId(),
    boardId,
    gatheringId,
    itemId: null,
    kind,
    content: { kind, body },
    participantId,
    unitId,
  };
  const state = {
    anonymous: false,
    silent: false,
    withdrawnAt: null,
    hiddenReason: null,
    editedAt: null,
    revision: 1,
  };
  await test.app.source.manager.insert(Contribution, {
    ...card,
    ...state,
    createdAt: new Date(),
    ...changes,
  });
  return card.id;
};

type Verb = typeof sendToPlenary;
const run = (verb: Verb, { world }: At, who: Somebody["actor"], boardId: string, contributionId: string) =>
  verb(
    test.app.commit,
    who,
    { gatheringId: world.gathering.id, boardId },
    { clientMutationId: newId(), contributionId },
  );

const ideasIn = async ({ world }: At): Promise<string[]> =>
  (await readPlenaryIdeas(test.app.pool, world.gathering.id)).map(({ body }) => body);

const limit = (at: At, count: number, actor = at.leader) =>
  setIdeasPerGroup(test.app.commit, actor, {
    clientMutationId: newId(),
    gatheringId: at.world.gathering.id,
    limit: count,
  });

describe("sending to the plenary", () => {
  it("takes so many from each group, be they sent at once, and more from whoever leads", async () => {
    const at = await inHall();
    await valueOf(limit(at, 1));
    const [one, two] = [await write(at.anna, at.board.id, "Én"), await write(at.bo, at.board.id, "To")];
    const there = await write(at.eli, at.other.id, "Tre");
    const both = await Promise.all([
      run(sendToPlenary, at, at.anna.actor, at.board.id, one),
      run(sendToPlenary, at, at.bo.actor, at.board.id, two),
    ]);
    expect(both.map(({ outcome }) => outcome.done).toSorted()).toEqual([false, true]);
    expect(both.flatMap(({ outcome }) => (outcome.done ? [] : [outcome.refusal]))).toMatchObject([
      { problem: InputProblem.TOO_MANY, limit: 1 },
    ]);
    await valueOf(run(sendToPlenary, at, at.eli.actor, at.other.id, there));
    for (const id of [one, two]) await valueOf(run(sendToPlenary, at, at.leader, at.board.id, id));
    expect((await ideasIn(at)).toSorted()).toEqual(["To", "Tre", "Én"]);
  });

  it("is harmless twice, and can be taken back", async () => {
    const at = await inHall();
    const idea = await write(at.anna, at.board.id, "Én");
    await valueOf(run(sendToPlenary, at, at.anna.actor, at.board.id, idea));
    await valueOf(run(sendToPlenary, at, at.bo.actor, at.board.id, idea));
    expect(await ideasIn(at)).toEqual(["Én"]);
    await valueOf(run(takeFromPlenary, at, at.bo.actor, at.board.id, idea));
    await valueOf(run(takeFromPlenary, at, at.anna.actor, at.board.id, idea));
    expect(await ideasIn(at)).toEqual([]);
  });

  it("takes open ideas only, of one's own table, while something goes on", async () => {
    const at = await inHall();
    const question = await write(at.anna, at.board.id, "Hvorfor?", { kind: ContributionKind.CHALLENGE });
    const silent = await write(at.anna, at.board.id, "Stille", { silent: true });
    for (const id of [question, silent])
      expect(await refusalOf(run(sendToPlenary, at, at.anna.actor, at.board.id, id))).toMatchObject({
        problem: InputProblem.NOT_ALLOWED,
      });
    const idea = await write(at.anna, at.board.id, "Én");
    await expect(run(sendToPlenary, at, at.eli.actor, at.board.id, idea)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    for (const id of [silent, newId()])
      await expect(run(sendToPlenary, at, at.bo.actor, at.board.id, id)).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    for (const to of [GatheringState.FOLLOW_UP, GatheringState.ARCHIVED])
      await valueOf(
        changeState(test.app.commit, at.leader, at.world.gathering.id, { clientMutationId: newId(), to }),
      );
    expect(await refusalOf(run(sendToPlenary, at, at.anna.actor, at.board.id, idea))).toBeInstanceOf(
      GatheringNotOpen,
    );
    expect(await refusalOf(limit(at, 2))).toBeInstanceOf(GatheringNotOpen);
  });

  it("has a number within its limits, set by whoever leads", async () => {
    const at = await inHall();
    expect(await refusalOf(limit(at, 0))).toMatchObject({
      field: "limit",
      problem: InputProblem.OUT_OF_RANGE,
    });
    await expect(limit(at, 2, at.anna.actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("ideas that say the same", () => {
  const BODIES = [
    "Felles lesestund hver morgen",
    "Lesestunder felles om morgenen",
    "Uteskole i fjæra med foreldrene",
    "Utskule i fjøra med foreldra",
    "Bytte timer",
  ];

  it("are found by their words and their letters, and not where they only share little", async () => {
    const at = await inHall();
    for (const body of BODIES)
      await run(sendToPlenary, at, at.leader, at.board.id, await write(at.anna, at.board.id, body));
    const { byLetters, pairs } = await readSimilarIdeas(test.app.pool, at.world.gathering.id);
    const bodies = new Map(
      (await readPlenaryIdeas(test.app.pool, at.world.gathering.id)).map((idea) => [idea.id, idea.body]),
    );
    const alike = pairs.map(({ ideaId, otherId }) => [bodies.get(ideaId), bodies.get(otherId)].toSorted());
    expect(byLetters).toBe(true);
    expect(alike).toContainEqual([BODIES[0], BODIES[1]].toSorted());
    expect(alike).toContainEqual([BODIES[2], BODIES[3]].toSorted());
    expect(alike.flat()).not.toContain("Bytte timer");
  });

  it("are found by their words alone where the database compares no letters, and it says so", async () => {
    const at = await inHall();
    for (const body of BODIES)
      await run(sendToPlenary, at, at.leader, at.board.id, await write(at.anna, at.board.id, body));
    await test.app.pool.query("DROP EXTENSION pg_trgm");
    try {
      const { byLetters, pairs } = await readSimilarIdeas(test.app.pool, at.world.gathering.id);
      expect([byLetters, pairs.length > 0]).toEqual([false, true]);
    } finally {
      await test.app.pool.query("CREATE EXTENSION pg_trgm");
    }
  });
});

interface Picture {
  readonly head: number;
  readonly ideas: Map<string, PlenaryIdeaType>;
}

const picture = async ({ world }: At): Promise<Picture> => ({
  head: await headOf(test.app, world.gathering.id),
  ideas: new Map(
    (await readPlenaryIdeas(test.app.pool, world.gathering.id)).map((idea) => [
      idea.id,
      presentPlenaryIdea(idea),
    ]),
  ),
});

const apply = (ideas: Picture["ideas"], change: unknown): void => {
  if (change instanceof PlenaryIdeaPut) ideas.set(change.idea.id, change.idea);
  else if (change instanceof PlenaryIdeaGone) ideas.delete(change.id);
};

describe("[FEED5] what is heard of the plenary", () => {
  it("makes a stale picture fresh from every point: sent, merged, let go, hidden, shown again, taken back", async () => {
    const at = await inHall();
    const { world, leader, anna, board, other } = at;
    const gatheringId = world.gathering.id;
    const [one, two] = [await write(anna, board.id, "Én"), await write(at.eli, other.id, "To")];
    const places = [await placeOf(test.app.pool, one), await placeOf(test.app.pool, two)] as const;
    const merge = { clientMutationId: newId(), intoId: one, fromIds: [two] };
    const on = (contributionId: string) => ({ clientMutationId: newId(), contributionId });
    const steps = [
      () => run(sendToPlenary, at, leader, board.id, one),
      () => run(sendToPlenary, at, leader, other.id, two),
      () => mergeIdeas(test.app.commit, leader, places, merge),
      () => unmergeIdea(test.app.commit, leader, places[1], on(two)),
      () => hideContribution(test.app.commit, leader, places[0], { ...on(one), reason: "Navn" }),
      () => restoreContribution(test.app.commit, leader, places[0], on(one)),
      () => run(takeFromPlenary, at, leader, other.id, two),
    ];
    const pictures: Picture[] = [];
    for (const step of steps) {
      pictures.push(await picture(at));
      expect((await step()).outcome.done).toBe(true);
    }
    const viewer: Viewer = { personId: anna.actor.personId, participantId: null, mayLead: false, parts: [] };
    for (const { head, ideas } of pictures) {
      const [heard = []] = await heardSince(test.app, gatheringId, head, presentersOf(plenaryIdeaPresenter), [
        viewer,
      ]);
      for (const change of heard) apply(ideas, change);
      expect(ideas).toEqual((await picture(at)).ideas);
    }
    expect(await ideasIn(at)).toEqual(["Én"]);
  });
});
