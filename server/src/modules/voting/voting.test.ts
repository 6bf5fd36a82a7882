import { describe, expect, test } from "vitest";
import {
  GatheringNotOpen,
  InputRejected,
  RoundClosed,
  TooManyOnOne,
  VotesSpent,
} from "../../kernel/refusals.js";
import { newId } from "../../kernel/ids.js";
import { GatheringState, InputProblem, RoundState } from "../../kernel/words.js";
import { Contribution, ContributionLink, LinkKind } from "../boards/index.js";
import { Participant } from "../gatherings/index.js";
import { Ballot } from "./ballot.entity.js";
import { addIdea, counted, inHall, opened, refusalIn, seenBy, setState, test_ } from "./testing/hall.js";

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
