import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GatheringNotOpen, InputRejected, RoundClosed, TooManyOnOne, VotesSpent } from "../../kernel/refusals.js";
import { newId } from "../../kernel/ids.js";
import { ContributionKind, GatheringState, InputProblem, RoundState } from "../../kernel/words.js";
import type { Actor } from "../../identity/actor.js";
import { presentersOf, type Viewer } from "../../live/presenter.js";
import { done, type Outcome } from "../../live/vocabulary.js";
import { headOf, heardSince } from "../../testing/follow.js";
import { startTestApp, World, type Somebody, type TestApp } from "../../testing/world.js";
import { Contribution, ContributionLink, LinkKind } from "../boards/index.js";
import { Gathering, Participant } from "../gatherings/index.js";
import { NetworkRole } from "../networks/index.js";
import { Ballot, type BallotChoice } from "./ballot.entity.js";
import { castBallot } from "./commands/cast-ballot.js";
import { closeRound, revealRound } from "./commands/end-round.js";
import { openRound, type OpenRound } from "./commands/open-round.js";
import { VoteRound } from "./vote-round.entity.js";
import { readRoundsFor } from "./vote-round.facts.js";
import { ballotPresenter, ideaPresenter, presentRound, roundPresenter, votesPresenter } from "./vote-round.presenter.js";
import { VoteCountPut, VoteRoundPut, type VoteRoundType } from "./vote-round.type.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

/** Four people at three devices, a leader, and three open ideas on one board. */
const inHall = async () => {
  const world = await World.create(test_.app.source);
  const leader = await world.addMember(NetworkRole.LEADER);
  const [anna, bo, pair] = [await world.addParticipant(0), await world.addParticipant(1), await world.addParticipant(2, 2)];
  const { board } = await world.addGroup(anna, bo, pair);
  const ideas: string[] = [];
  for (const body of ["Bytte timer", "Felles lesestund", "Besøk før jul"]) ideas.push(await addIdea(anna, board.id, { content: { kind: ContributionKind.IDEA, body } }));
  return { world, leader, anna, bo, pair, board, ideas: ideas as [string, string, string] };
};
type Hall = Awaited<ReturnType<typeof inHall>>;

const addIdea = async ({ participant }: Somebody, boardId: string, changes: Partial<Contribution> = {}): Promise<string> => {
  const card: Contribution = {
    id: newId(),
    boardId,
    gatheringId: participant.gatheringId,
    itemId: null,
    kind: ContributionKind.IDEA,
    content: { kind: ContributionKind.IDEA, body: "En idé" },
    participantId: participant.id,
    unitId: participant.unitId,
    anonymous: false,
    silent: false,
    withdrawnAt: null,
    hiddenReason: null,
    createdAt: new Date(),
    editedAt: null,
    revision: 1,
    ...changes,
  };
  await test_.app.source.manager.insert(Contribution, card);
  return card.id;
};

const open = ({ world, leader }: Pick<Hall, "world" | "leader">, changes: Partial<OpenRound> = {}, actor: Actor = leader) =>
  openRound(test_.app.commit, actor, {
    clientMutationId: newId(),
    gatheringId: world.gathering.id,
    title: "Hva prøver vi?",
    budget: 3,
    maxPerIdea: 2,
    ...changes,
  });

const opened = async (hall: Pick<Hall, "world" | "leader">, changes: Partial<OpenRound> = {}) => {
  const { outcome } = await open(hall, changes);
  if (!outcome.done) throw new Error(outcome.refusal.message);
  const place = outcome.value;
  const dots = (...choices: [string, number][]): BallotChoice[] => choices.map(([ideaId, count]) => ({ ideaId, dots: count }));
  const cast = (who: Actor, choices: [string, number][], voter = 1, clientMutationId = newId()) =>
    castBallot(test_.app.commit, who, place, { clientMutationId, roundId: place.roundId, voter, choices: dots(...choices) });
  const end = (verb: typeof closeRound, actor: Actor = hall.leader) => verb(test_.app.commit, actor, place, { clientMutationId: newId(), roundId: place.roundId });
  return { place, cast, close: (actor?: Actor) => end(closeRound, actor), reveal: (actor?: Actor) => end(revealRound, actor) };
};

const roundAs = async (personId: string, gatheringId: string): Promise<VoteRoundType> => {
  const [fact] = await readRoundsFor(test_.app.pool, gatheringId, personId);
  if (!fact) throw new Error("no round");
  return presentRound(fact, { personId });
};
const seenBy = ({ actor }: Somebody, { world }: Pick<Hall, "world">) => roundAs(actor.personId, world.gathering.id);
const setState = (world: World, state: GatheringState) => test_.app.source.manager.update(Gathering, { id: world.gathering.id }, { state });
const refusalIn = async (committed: Promise<{ outcome: Outcome<unknown, unknown> }>): Promise<unknown> => {
  const { outcome } = await committed;
  return outcome.done ? "it stood" : outcome.refusal;
};

/** The two numbers that must be the same: what is counted under the lock, and what the ballots say. */
const counted = async (roundId: string): Promise<{ stored: number; recounted: number }> => {
  const { votedCount } = await test_.app.source.manager.findOneByOrFail(VoteRound, { id: roundId });
  const ballots = await test_.app.source.manager.findBy(Ballot, { roundId });
  return { stored: votedCount, recounted: ballots.filter(({ choices }) => choices.length > 0).length };
};

describe("opening a round", () => {
  test("takes all open ideas, oldest first, with their text and board", async () => {
    const hall = await inHall();
    await opened(hall);
    const round = await seenBy(hall.anna, hall);
    expect(round).toMatchObject({ state: RoundState.OPEN, votedCount: 0, voterCount: 4, results: null, viewerBallots: [], itemId: hall.world.item.id });
    expect(round.candidates).toEqual([
      { ideaId: hall.ideas[0], body: "Bytte timer", boardTitle: "Gruppe 1" },
      { ideaId: hall.ideas[1], body: "Felles lesestund", boardTitle: "Gruppe 1" },
      { ideaId: hall.ideas[2], body: "Besøk før jul", boardTitle: "Gruppe 1" },
    ]);
  });

  test("leaves out ideas that are silent, hidden, withdrawn or merged, and refuses them by name", async () => {
    const hall = await inHall();
    const { anna, board, ideas } = hall;
    const left = [
      await addIdea(anna, board.id, { silent: true }),
      await addIdea(anna, board.id, { hiddenReason: "Navn på barn" }),
      await addIdea(anna, board.id, { withdrawnAt: new Date() }),
      await addIdea(anna, board.id),
      await addIdea(anna, board.id, { kind: ContributionKind.REFLECTION, content: { kind: ContributionKind.REFLECTION, body: "Ingen idé" } }),
    ];
    await test_.app.source.manager.insert(ContributionLink, { id: newId(), boardId: board.id, fromId: left[3] ?? "", toId: ideas[0], kind: LinkKind.MERGED_INTO });
    for (const id of left) expect(await refusalIn(open(hall, { ideaIds: [ideas[0], id] }))).toEqual(new InputRejected("ideaIds", InputProblem.UNKNOWN));
    await opened(hall);
    expect((await seenBy(anna, hall)).candidates.map(({ ideaId }) => ideaId)).toEqual(ideas);
  });

  test.each([
    ["no title", { title: "  " }, "title", InputProblem.EMPTY],
    ["a title that is too long", { title: "å".repeat(121) }, "title", InputProblem.TOO_LONG],
    ["no budget", { budget: 0 }, "budget", InputProblem.OUT_OF_RANGE],
    ["a huge budget", { budget: 21 }, "budget", InputProblem.OUT_OF_RANGE],
    ["no dots on one idea", { maxPerIdea: 0 }, "maxPerIdea", InputProblem.OUT_OF_RANGE],
    ["more on one idea than there are dots", { maxPerIdea: 4 }, "maxPerIdea", InputProblem.OUT_OF_RANGE],
    ["no ideas", { ideaIds: [] }, "ideaIds", InputProblem.EMPTY],
    ["too many ideas", { ideaIds: Array.from({ length: 301 }, newId) }, "ideaIds", InputProblem.TOO_MANY],
    ["an idea that is not there", { ideaIds: [newId()] }, "ideaIds", InputProblem.UNKNOWN],
    ["what is no id", { ideaIds: ["'; DROP TABLE ballot;--"] }, "ideaIds", InputProblem.UNKNOWN],
  ] as const)("%s is refused by field", async (_name, changes, field, problem) => {
    const refusal = await refusalIn(open(await inHall(), changes));
    expect(refusal).toBeInstanceOf(InputRejected);
    expect(refusal).toMatchObject({ field, problem });
  });

  test("ideas of another gathering cannot be voted for here", async () => {
    const [here, there] = [await inHall(), await inHall()];
    expect(await refusalIn(open(here, { ideaIds: [there.ideas[0]] }))).toMatchObject({ field: "ideaIds", problem: InputProblem.UNKNOWN });
  });

  test("only those who lead, and only while the gathering is live", async () => {
    const hall = await inHall();
    await expect(open(hall, {}, hall.anna.actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(open(hall, {}, await hall.world.addPerson())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await setState(hall.world, GatheringState.PREPARING);
    expect(await refusalIn(open(hall))).toEqual(new GatheringNotOpen(GatheringState.PREPARING));
  });
});

describe("casting a ballot", () => {
  test("each person at a device has a ballot of their own, seen by nobody else", async () => {
    const hall = await inHall();
    const { pair, anna, ideas } = hall;
    const { cast, place } = await opened(hall);
    await cast(pair.actor, [[ideas[0], 2], [ideas[1], 1]]);
    await cast(pair.actor, [[ideas[2], 2]], 2);
    const own = await seenBy(pair, hall);
    expect(own.viewerBallots).toMatchObject([
      { roundId: place.roundId, voter: 1, choices: [{ ideaId: ideas[0], dots: 2 }, { ideaId: ideas[1], dots: 1 }] },
      { voter: 2, choices: [{ ideaId: ideas[2], dots: 2 }] },
    ]);
    expect(await seenBy(anna, hall)).toMatchObject({ votedCount: 2, voterCount: 4, viewerBallots: [] });
  });

  test("replaces what was there, is retracted by an empty one, and counts each person once", async () => {
    const hall = await inHall();
    const { anna, bo, ideas } = hall;
    const { cast, place } = await opened(hall);
    const steps: [() => Promise<unknown>, number][] = [
      [() => cast(anna.actor, []), 0],
      [() => cast(anna.actor, [[ideas[0], 1]]), 1],
      [() => cast(anna.actor, [[ideas[1], 2], [ideas[2], 1]]), 1],
      [() => cast(bo.actor, [[ideas[1], 1]]), 2],
      [() => cast(anna.actor, []), 1],
      [() => cast(anna.actor, []), 1],
      [() => cast(anna.actor, [[ideas[0], 2]]), 2],
    ];
    for (const [step, voted] of steps) {
      await step();
      expect(await counted(place.roundId)).toEqual({ stored: voted, recounted: voted });
    }
    expect((await seenBy(anna, hall)).viewerBallots).toMatchObject([{ choices: [{ ideaId: ideas[0], dots: 2 }] }]);
  });

  test("the same write sent again is one ballot; with other content it is an error", async () => {
    const hall = await inHall();
    const { anna, ideas } = hall;
    const { cast, place } = await opened(hall);
    const id = newId();
    const [first, again] = [await cast(anna.actor, [[ideas[0], 1]], 1, id), await cast(anna.actor, [[ideas[0], 1]], 1, id)];
    expect(again).toMatchObject({ outcome: first.outcome, position: first.position, repeated: true });
    await expect(cast(anna.actor, [[ideas[0], 2]], 1, id)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await counted(place.roundId)).toEqual({ stored: 1, recounted: 1 });
  });

  test("every wrong ballot is refused, and leaves the one that was there", async () => {
    const hall = await inHall();
    const { anna, board, ideas } = hall;
    const { cast } = await opened(hall);
    const late = await addIdea(anna, board.id);
    await cast(anna.actor, [[ideas[0], 1]]);
    const wrong: [[string, number][], number, unknown][] = [
      [[[ideas[0], 2], [ideas[1], 2]], 1, new VotesSpent(3)],
      [[[ideas[0], 3]], 1, new TooManyOnOne(2)],
      [[[ideas[0], 0]], 1, new InputRejected("choices.dots", InputProblem.OUT_OF_RANGE, 2)],
      [[[ideas[0], -1], [ideas[1], 2]], 1, new InputRejected("choices.dots", InputProblem.OUT_OF_RANGE, 2)],
      [[[ideas[0], 1], [ideas[0], 1]], 1, new InputRejected("choices", InputProblem.NOT_ALLOWED)],
      [[[ideas[0], 1], [ideas[0].toUpperCase(), 1]], 1, new InputRejected("choices", InputProblem.NOT_ALLOWED)],
      [[[late, 1]], 1, new InputRejected("choices.ideaId", InputProblem.UNKNOWN)],
      [[[newId(), 1]], 1, new InputRejected("choices.ideaId", InputProblem.UNKNOWN)],
      [[["<script>", 1]], 1, new InputRejected("choices.ideaId", InputProblem.UNKNOWN)],
      [[[ideas[0], 1]], 0, new InputRejected("voter", InputProblem.OUT_OF_RANGE, 1)],
      [[[ideas[0], 1]], 2, new InputRejected("voter", InputProblem.OUT_OF_RANGE, 1)],
    ];
    for (const [choices, voter, refusal] of wrong) expect(await refusalIn(cast(anna.actor, choices, voter))).toEqual(refusal);
    expect((await seenBy(anna, hall)).viewerBallots).toMatchObject([{ choices: [{ ideaId: ideas[0], dots: 1 }] }]);
  });

  test("an idea that is hidden, withdrawn or merged meanwhile takes no more dots", async () => {
    const hall = await inHall();
    const { anna, board, ideas } = hall;
    const { cast } = await opened(hall);
    await test_.app.source.manager.update(Contribution, { id: ideas[0] }, { hiddenReason: "Navn på barn" });
    await test_.app.source.manager.insert(ContributionLink, { id: newId(), boardId: board.id, fromId: ideas[1], toId: ideas[2], kind: LinkKind.MERGED_INTO });
    for (const gone of [ideas[0], ideas[1]]) {
      expect(await refusalIn(cast(anna.actor, [[gone, 1]]))).toMatchObject({ field: "choices.ideaId", problem: InputProblem.UNKNOWN });
    }
    expect((await seenBy(anna, hall)).candidates.map(({ ideaId }) => ideaId)).toEqual([ideas[2]]);
  });

  test("only participants vote, and only while gathering and round are open", async () => {
    const hall = await inHall();
    const { world, leader, anna, ideas } = hall;
    const { cast, close } = await opened(hall);
    await expect(cast(leader, [[ideas[0], 1]])).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(cast(await world.addPerson(), [[ideas[0], 1]])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await setState(world, GatheringState.FOLLOW_UP);
    expect(await refusalIn(cast(anna.actor, [[ideas[0], 1]]))).toEqual(new GatheringNotOpen(GatheringState.FOLLOW_UP));
    await setState(world, GatheringState.LIVE);
    await close();
    expect(await refusalIn(cast(anna.actor, [[ideas[0], 1]]))).toEqual(new RoundClosed(RoundState.CLOSED));
    await test_.app.source.manager.update(Participant, { id: anna.participant.id }, { removedAt: new Date() });
    await expect(cast(anna.actor, [[ideas[0], 1]])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("two devices racing for the last dot never spend it twice", async () => {
    const hall = await inHall();
    const { anna, ideas } = hall;
    const { cast, place } = await opened(hall);
    await cast(anna.actor, [[ideas[0], 2]]);
    const other = { ...anna.actor, sessionId: newId() };
    await Promise.all([cast(anna.actor, [[ideas[0], 2], [ideas[1], 1]]), cast(other, [[ideas[0], 2], [ideas[2], 1]])]);
    const ballots = await test_.app.source.manager.findBy(Ballot, { roundId: place.roundId });
    expect(ballots).toHaveLength(1);
    expect(ballots[0]?.choices.reduce((sum, { dots }) => sum + dots, 0)).toBe(3);
    expect(await counted(place.roundId)).toEqual({ stored: 1, recounted: 1 });
  });

  test("a storm of votes with the closing in the middle: each that was acknowledged counts, each that came late is told", async () => {
    const hall = await inHall();
    const { world, ideas } = hall;
    const voters = await Promise.all(Array.from({ length: 12 }, () => world.addPerson()));
    const seated = [];
    for (const voter of voters) seated.push(await world.addParticipant(0, 1, voter));
    const { cast, close, place } = await opened(hall);
    const early = seated.slice(0, 6).map(({ actor }) => cast(actor, [[ideas[0], 1]]));
    const closing = close();
    const late = seated.slice(6).map(({ actor }) => cast(actor, [[ideas[1], 1]]));
    const outcomes = (await Promise.all([...early, ...late])).map(({ outcome }) => outcome);
    expect((await closing).outcome.done).toBe(true);
    const stood = outcomes.filter((outcome) => outcome.done).length;
    for (const outcome of outcomes) if (!outcome.done) expect(outcome.refusal).toEqual(new RoundClosed(RoundState.CLOSED));
    expect(await counted(place.roundId)).toEqual({ stored: stood, recounted: stood });
  });
});

describe("closing and revealing", () => {
  test("go one way, are for leaders, and refuse anything else with the state it is in", async () => {
    const hall = await inHall();
    const { close, reveal } = await opened(hall);
    await expect(close(hall.anna.actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalIn(reveal())).toEqual(new RoundClosed(RoundState.OPEN));
    expect((await close()).outcome.done).toBe(true);
    expect(await refusalIn(close())).toEqual(new RoundClosed(RoundState.CLOSED));
    await expect(reveal(hall.anna.actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await reveal()).outcome.done).toBe(true);
    expect(await refusalIn(reveal())).toEqual(new RoundClosed(RoundState.REVEALED));
    expect(await refusalIn(close())).toEqual(new RoundClosed(RoundState.REVEALED));
    await setState(hall.world, GatheringState.ARCHIVED);
    expect(await refusalIn(close())).toEqual(new GatheringNotOpen(GatheringState.ARCHIVED));
  });

  test("the most dots come first, ties share a place, and ideas without dots are there too", async () => {
    const hall = await inHall();
    const { anna, bo, pair, board, ideas } = hall;
    const fourth = await addIdea(anna, board.id);
    const { cast, close, reveal } = await opened(hall);
    await cast(anna.actor, [[ideas[2], 2], [ideas[0], 1]]);
    await cast(bo.actor, [[ideas[0], 1], [ideas[1], 1]]);
    await cast(pair.actor, [[ideas[1], 1]], 2);
    await close();
    await reveal();
    expect((await seenBy(anna, hall)).results).toEqual([
      { ideaId: ideas[0], dots: 2, voters: 2, place: 1 },
      { ideaId: ideas[1], dots: 2, voters: 2, place: 1 },
      { ideaId: ideas[2], dots: 2, voters: 1, place: 1 },
      { ideaId: fourth, dots: 0, voters: 0, place: 4 },
    ]);
  });

  test("dots on a merged idea go with it, and a person is counted once there", async () => {
    const hall = await inHall();
    const { anna, bo, board, ideas } = hall;
    const { cast, close, reveal } = await opened(hall);
    await cast(anna.actor, [[ideas[0], 1], [ideas[1], 1]]);
    await cast(bo.actor, [[ideas[1], 2]]);
    await test_.app.source.manager.insert(ContributionLink, { id: newId(), boardId: board.id, fromId: ideas[1], toId: ideas[0], kind: LinkKind.MERGED_INTO });
    await close();
    await reveal();
    expect((await seenBy(anna, hall)).results).toEqual([
      { ideaId: ideas[0], dots: 4, voters: 2, place: 1 },
      { ideaId: ideas[2], dots: 0, voters: 0, place: 2 },
    ]);
  });
});

/** As the door does it: the row first, then those who act when people come and go. */
const arrive = (world: World, after: Participant, before: Participant | null): Promise<unknown> =>
  test_.app.commit({
    streams: [world.gathering.id],
    command: "test.arrive",
    receipt: { personId: after.personId, id: newId() },
    input: null,
    work: async (tx) => {
      tx.update(Participant, after);
      for (const hook of test_.app.attendance) await hook(tx, after, before);
      return done(null);
    },
  });

describe("people who come and go", () => {
  test("a ballot goes with its voter until the totals are shown, and stands after that", async () => {
    const hall = await inHall();
    const { world, anna, bo, pair, ideas } = hall;
    const { cast, close, reveal, place } = await opened(hall);
    await cast(anna.actor, [[ideas[0], 1]]);
    for (const voter of [1, 2]) await cast(pair.actor, [[ideas[1], 1]], voter);
    await cast(bo.actor, [[ideas[2], 1]]);
    await arrive(world, { ...pair.participant, people: 1 }, pair.participant);
    expect(await seenBy(pair, hall)).toMatchObject({ votedCount: 3, voterCount: 3, viewerBallots: [{ voter: 1 }] });
    await arrive(world, { ...anna.participant, removedAt: new Date() }, anna.participant);
    expect(await seenBy(bo, hall)).toMatchObject({ votedCount: 2, voterCount: 2 });
    await close();
    await reveal();
    await arrive(world, { ...bo.participant, removedAt: new Date() }, bo.participant);
    expect(await seenBy(pair, hall)).toMatchObject({ votedCount: 2, voterCount: 2 });
    expect(await counted(place.roundId)).toEqual({ stored: 2, recounted: 2 });
  });
});

const presenters = presentersOf(roundPresenter, ideaPresenter, votesPresenter, ballotPresenter);
const viewer = (personId: string, mayLead = false): Viewer => ({ personId, participantId: null, mayLead, parts: ["VOTING"] });

describe("[FEED6] totals are hidden until they are revealed", () => {
  test("nothing that anybody is sent tells them, the leader included, nor whose ballot is in", async () => {
    const hall = await inHall();
    const { world, leader, anna, bo, pair, ideas } = hall;
    const { id } = world.gathering;
    const { cast, close, reveal, place } = await opened(hall);
    const watchers = [viewer(leader.personId, true), viewer(bo.actor.personId), viewer(newId())];
    const heads = [await headOf(test_.app, id)];
    const steps = [
      () => cast(anna.actor, [[ideas[0], 2], [ideas[1], 1]]),
      () => cast(pair.actor, [[ideas[0], 2]], 2),
      () => cast(anna.actor, [[ideas[0], 1]]),
      () => close(),
    ];
    for (const step of steps) {
      await step();
      heads.push(await headOf(test_.app, id));
    }
    const ballots = await test_.app.source.manager.findBy(Ballot, { roundId: place.roundId });
    const secrets = [...ballots.map((ballot) => ballot.id), anna.participant.id, pair.participant.id, anna.actor.personId, `"dots"`, `"voters"`, `"place"`];
    for (const from of [0, ...heads.slice(0, -1)]) {
      for (const changes of await heardSince(test_.app, id, from, presenters, watchers)) {
        for (const secret of secrets) expect(JSON.stringify(changes)).not.toContain(secret);
        expect(changes.filter((change) => change instanceof VoteRoundPut).every(({ round }) => round.results === null)).toBe(true);
      }
    }
    for (const { personId } of watchers) expect(JSON.stringify(await roundAs(personId, id))).not.toContain(`"dots"`);
    await reveal();
    for (const changes of await heardSince(test_.app, id, heads.at(-1) ?? 0, presenters, watchers)) {
      expect(JSON.stringify(changes)).toContain(`"dots":3,"voters":2,"place":1`);
    }
  });

  test("one more vote is a few bytes, the same for all who have not just voted", async () => {
    const hall = await inHall();
    const { world, anna, bo, leader, ideas } = hall;
    const { cast, place } = await opened(hall);
    await cast(bo.actor, [[ideas[0], 1]]);
    const head = await headOf(test_.app, world.gathering.id);
    await cast(anna.actor, [[ideas[0], 1]]);
    const [forBo, forOther, forLeader, forAnna] = await heardSince(test_.app, world.gathering.id, head, presenters, [
      viewer(bo.actor.personId),
      viewer(newId()),
      viewer(leader.personId, true),
      viewer(anna.actor.personId),
    ]);
    expect(forBo).toBe(forOther);
    expect(forBo).toEqual([new VoteCountPut(place.roundId, 2, 4)]);
    expect(forLeader).toEqual(forBo);
    expect(forAnna).toContainEqual(new VoteRoundPut(await seenBy(anna, hall)));
  });
});

describe("[FEED5] a stale snapshot and what came after make a fresh one", () => {
  type Rounds = ReadonlyMap<string, VoteRoundType>;

  const applied = (rounds: Rounds, changes: readonly unknown[]): Rounds => {
    const after = new Map(rounds);
    for (const change of changes) {
      if (change instanceof VoteRoundPut) after.set(change.round.id, change.round);
      const known = change instanceof VoteCountPut ? after.get(change.roundId) : undefined;
      if (known) after.set(known.id, Object.assign(Object.create(Object.getPrototypeOf(known)), known, pick(change as VoteCountPut)));
    }
    return after;
  };
  const pick = ({ votedCount, voterCount }: VoteCountPut) => ({ votedCount, voterCount });

  const editIdea = (world: World, id: string, changes: Partial<Contribution>): Promise<unknown> =>
    test_.app.commit({
      streams: [world.gathering.id],
      wholeScope: true,
      command: "test.edit",
      receipt: { personId: newId(), id: newId() },
      input: null,
      work: async (tx) => {
        tx.update(Contribution, { ...((await tx.get(Contribution, id)) as Contribution), ...changes });
        tx.touch(world.gathering.id, ["idea", id]);
        return done(null);
      },
    });

  test("after every command, for every audience, from every earlier snapshot", async () => {
    const hall = await inHall();
    const { world, leader, anna, bo, pair, ideas } = hall;
    const { id } = world.gathering;
    const viewers = [viewer(anna.actor.personId), viewer(bo.actor.personId), viewer(pair.actor.personId), viewer(leader.personId, true)];
    const snapshot = async ({ personId }: Viewer): Promise<Rounds> =>
      new Map((await readRoundsFor(test_.app.pool, id, personId)).map((round) => [round.id, presentRound(round, { personId })]));
    const stale: { head: number; seen: Rounds[] }[] = [];
    const snap = async (): Promise<void> => {
      const head = await headOf(test_.app, id);
      stale.push({ head, seen: await Promise.all(viewers.map(snapshot)) });
    };
    await snap();
    const { cast, close, reveal } = await opened(hall);
    await snap();
    const history = [
      () => cast(anna.actor, [[ideas[0], 2]]),
      () => cast(bo.actor, [[ideas[0], 1], [ideas[1], 1]]),
      () => cast(anna.actor, [[ideas[1], 1]]),
      () => cast(pair.actor, [[ideas[2], 1]], 2),
      () => cast(bo.actor, []),
      () => editIdea(world, ideas[0], { content: { kind: ContributionKind.IDEA, body: "Ny ordlyd" } }),
      () => editIdea(world, ideas[1], { hiddenReason: "Et øyeblikk" }),
      async () => arrive(world, (await world.addParticipant(0, 3)).participant, null),
      () => arrive(world, { ...pair.participant, people: 1 }, pair.participant),
      () => editIdea(world, ideas[1], { hiddenReason: null }),
      () => close(),
      () => reveal(),
      () => opened(hall, { title: "En runde til", ideaIds: [ideas[2]] }),
      () => arrive(world, { ...bo.participant, removedAt: new Date() }, bo.participant),
    ];
    for (const command of history) {
      await command();
      await snap();
    }
    const fresh = await Promise.all(viewers.map(snapshot));
    for (const { head, seen } of stale) {
      const heard = await heardSince(test_.app, id, head, presenters, viewers);
      heard.forEach((changes, i) => expect(applied(seen[i] as Rounds, changes), `viewer ${i} from ${head}`).toEqual(fresh[i]));
    }
  });
});
