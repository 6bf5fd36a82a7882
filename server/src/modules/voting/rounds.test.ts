import { describe, expect, test } from "vitest";
import { GatheringNotOpen, InputRejected, RoundClosed } from "../../kernel/refusals.js";
import { newId } from "../../kernel/ids.js";
import { ContributionKind, GatheringState, InputProblem, RoundState } from "../../kernel/words.js";
import { ContributionLink, LinkKind } from "../boards/index.js";
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
