import { describe, expect, test } from "vitest";
import {
  GatheringNotOpen,
  InputRejected,
  RoundClosed,
  TooManyOnOne,
  VotesSpent,
} from "../../kernel/refusals.js";
import { newId } from "../../kernel/ids.js";
import { ContributionKind, GatheringState, InputProblem, RoundState } from "../../kernel/words.js";
import { Contribution, ContributionLink, LinkKind } from "../boards/index.js";
import { Participant } from "../gatherings/index.js";
import { Ballot } from "./ballot.entity.js";
import {
  addIdea,
  arrive,
  counted,
  inHall,
  open,
  opened,
  refusalIn,
  seenBy,
  setState,
  test_,
} from "./testing/hall.js";

describe("opening a round", () => {
  test("takes all open ideas, oldest first, with their text and board", async () => {
    const hall = await inHall();
    await opened(hall);
    const round = await seenBy(hall.anna, hall);
    expect(round).toMatchObject({
      state: RoundState.OPEN,
      votedCount: 0,
      voterCount: 4,
      results: null,
      viewerBallots: [],
      itemId: hall.world.item.id,
    });
    expect(round.candidates).toEqual([
      { ideaId: hall.ideas[0], body: "Bytte timer", language: null, boardTitle: "Gruppe 1" },
      { ideaId: hall.ideas[1], body: "Felles lesestund", language: null, boardTitle: "Gruppe 1" },
      { ideaId: hall.ideas[2], body: "Besøk før jul", language: null, boardTitle: "Gruppe 1" },
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
      await addIdea(anna, board.id, {
        kind: ContributionKind.REFLECTION,
        content: { kind: ContributionKind.REFLECTION, body: "Ingen idé" },
      }),
    ];
    await test_.app.source.manager.insert(ContributionLink, {
      id: newId(),
      boardId: board.id,
      fromId: left[3] ?? "",
      toId: ideas[0],
      kind: LinkKind.MERGED_INTO,
    });
    for (const id of left)
      expect(await refusalIn(open(hall, { ideaIds: [ideas[0], id] }))).toEqual(
        new InputRejected("ideaIds", InputProblem.UNKNOWN),
      );
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
    expect(await refusalIn(open(here, { ideaIds: [there.ideas[0]] }))).toMatchObject({
      field: "ideaIds",
      problem: InputProblem.UNKNOWN,
    });
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
    await cast(pair.actor, [
      [ideas[0], 2],
      [ideas[1], 1],
    ]);
    await cast(pair.actor, [[ideas[2], 2]], 2);
    const own = await seenBy(pair, hall);
    expect(own.viewerBallots).toMatchObject([
      {
        roundId: place.roundId,
        voter: 1,
        choices: [
          { ideaId: ideas[0], dots: 2 },
          { ideaId: ideas[1], dots: 1 },
        ],
      },
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
      [
        () =>
          cast(anna.actor, [
            [ideas[1], 2],
            [ideas[2], 1],
          ]),
        1,
      ],
      [() => cast(bo.actor, [[ideas[1], 1]]), 2],
      [() => cast(anna.actor, []), 1],
      [() => cast(anna.actor, []), 1],
      [() => cast(anna.actor, [[ideas[0], 2]]), 2],
    ];
    for (const [step, voted] of steps) {
      await step();
      expect(await counted(place.roundId)).toEqual({ stored: voted, recounted: voted });
    }
    expect((await seenBy(anna, hall)).viewerBallots).toMatchObject([
      { choices: [{ ideaId: ideas[0], dots: 2 }] },
    ]);
  });

  test("the same write sent again is one ballot; with other content it is an error", async () => {
    const hall = await inHall();
    const { anna, ideas } = hall;
    const { cast, place } = await opened(hall);
    const id = newId();
    const [first, again] = [
      await cast(anna.actor, [[ideas[0], 1]], 1, id),
      await cast(anna.actor, [[ideas[0], 1]], 1, id),
    ];
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
      [
        [
          [ideas[0], 2],
          [ideas[1], 2],
        ],
        1,
        new VotesSpent(3),
      ],
      [[[ideas[0], 3]], 1, new TooManyOnOne(2)],
      [[[ideas[0], 0]], 1, new InputRejected("choices.dots", InputProblem.OUT_OF_RANGE, 2)],
      [
        [
          [ideas[0], -1],
          [ideas[1], 2],
        ],
        1,
        new InputRejected("choices.dots", InputProblem.OUT_OF_RANGE, 2),
      ],
      [
        [
          [ideas[0], 1],
          [ideas[0], 1],
        ],
        1,
        new InputRejected("choices", InputProblem.NOT_ALLOWED),
      ],
      [
        [
          [ideas[0], 1],
          [ideas[0].toUpperCase(), 1],
        ],
        1,
        new InputRejected("choices", InputProblem.NOT_ALLOWED),
      ],
      [[[late, 1]], 1, new InputRejected("choices.ideaId", InputProblem.UNKNOWN)],
      [[[newId(), 1]], 1, new InputRejected("choices.ideaId", InputProblem.UNKNOWN)],
      [[["<script>", 1]], 1, new InputRejected("choices.ideaId", InputProblem.UNKNOWN)],
      [[[ideas[0], 1]], 0, new InputRejected("voter", InputProblem.OUT_OF_RANGE, 1)],
      [[[ideas[0], 1]], 2, new InputRejected("voter", InputProblem.OUT_OF_RANGE, 1)],
    ];
    for (const [choices, voter, refusal] of wrong)
      expect(await refusalIn(cast(anna.actor, choices, voter))).toEqual(refusal);
    expect((await seenBy(anna, hall)).viewerBallots).toMatchObject([
      { choices: [{ ideaId: ideas[0], dots: 1 }] },
    ]);
  });

  test("an idea that is hidden, withdrawn or merged meanwhile takes no more dots", async () => {
    const hall = await inHall();
    const { world, anna, board, ideas } = hall;
    const { cast } = await opened(hall);
    await world.alter(Contribution, { id: ideas[0] }, { hiddenReason: "Navn på barn" });
    await test_.app.source.manager.insert(ContributionLink, {
      id: newId(),
      boardId: board.id,
      fromId: ideas[1],
      toId: ideas[2],
      kind: LinkKind.MERGED_INTO,
    });
    await world.moved();
    for (const gone of [ideas[0], ideas[1]]) {
      expect(await refusalIn(cast(anna.actor, [[gone, 1]]))).toMatchObject({
        field: "choices.ideaId",
        problem: InputProblem.UNKNOWN,
      });
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
    expect(await refusalIn(cast(anna.actor, [[ideas[0], 1]]))).toEqual(
      new GatheringNotOpen(GatheringState.FOLLOW_UP),
    );
    await setState(world, GatheringState.LIVE);
    await close();
    expect(await refusalIn(cast(anna.actor, [[ideas[0], 1]]))).toEqual(new RoundClosed(RoundState.CLOSED));
    await world.alter(Participant, anna.participant, { removedAt: new Date() });
    await expect(cast(anna.actor, [[ideas[0], 1]])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("two devices racing for the last dot never spend it twice", async () => {
    const hall = await inHall();
    const { anna, ideas } = hall;
    const { cast, place } = await opened(hall);
    await cast(anna.actor, [[ideas[0], 2]]);
    const other = { ...anna.actor, sessionId: newId() };
    await Promise.all([
      cast(anna.actor, [
        [ideas[0], 2],
        [ideas[1], 1],
      ]),
      cast(other, [
        [ideas[0], 2],
        [ideas[2], 1],
      ]),
    ]);
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
    const refusals = outcomes.flatMap((outcome) => (outcome.done ? [] : [outcome.refusal]));
    expect(refusals).toEqual(refusals.map(() => new RoundClosed(RoundState.CLOSED)));
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
    await cast(anna.actor, [
      [ideas[2], 2],
      [ideas[0], 1],
    ]);
    await cast(bo.actor, [
      [ideas[0], 1],
      [ideas[1], 1],
    ]);
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
    await cast(anna.actor, [
      [ideas[0], 1],
      [ideas[1], 1],
    ]);
    await cast(bo.actor, [[ideas[1], 2]]);
    await test_.app.source.manager.insert(ContributionLink, {
      id: newId(),
      boardId: board.id,
      fromId: ideas[1],
      toId: ideas[0],
      kind: LinkKind.MERGED_INTO,
    });
    await close();
    await reveal();
    expect((await seenBy(anna, hall)).results).toEqual([
      { ideaId: ideas[0], dots: 4, voters: 2, place: 1 },
      { ideaId: ideas[2], dots: 0, voters: 0, place: 2 },
    ]);
  });
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
    expect(await seenBy(pair, hall)).toMatchObject({
      votedCount: 3,
      voterCount: 3,
      viewerBallots: [{ voter: 1 }],
    });
    await arrive(world, { ...anna.participant, removedAt: new Date() }, anna.participant);
    expect(await seenBy(bo, hall)).toMatchObject({ votedCount: 2, voterCount: 2 });
    await close();
    await reveal();
    await arrive(world, { ...bo.participant, removedAt: new Date() }, bo.participant);
    expect(await seenBy(pair, hall)).toMatchObject({ votedCount: 2, voterCount: 2 });
    expect(await counted(place.roundId)).toEqual({ stored: 2, recounted: 2 });
  });
});
