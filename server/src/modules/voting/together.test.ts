import { describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { InputRejected, RoundClosed, TooManyOnOne, VotesSpent } from "../../kernel/refusals.js";
import { RoundState } from "../../kernel/words.js";
import type { Actor } from "../../identity/actor.js";
import { presentersOf } from "../../live/presenter.js";
import { headOf, heardSince } from "../../testing/follow.js";
import { VotePer } from "../gatherings/index.js";
import { castTableBallots, dealt } from "./commands/cast-table-ballots.js";
import { ballotPresenter, roundPresenter, votesPresenter } from "./vote-round.presenter.js";
import { VoteRoundPut } from "./vote-round.type.js";
import { arrive, counted, inHall, opened, refusalIn, seenBy, test_ } from "./testing/hall.js";

type Round = Awaited<ReturnType<typeof opened>>;

const table = ({ place }: Round, who: Actor, choices: [string, number][], clientMutationId = newId()) =>
  castTableBallots(test_.app.commit, who, place, {
    clientMutationId,
    roundId: place.roundId,
    choices: choices.map(([ideaId, dots]) => ({ ideaId, dots })),
  });

describe("a table that votes together", () => {
  test("has a ballot for each of its people, is counted as them, and can change its mind", async () => {
    const hall = await inHall();
    const round = await opened(hall);
    const [one, two] = hall.ideas;
    await table(round, hall.pair.actor, [
      [one, 4],
      [two, 2],
    ]);
    expect(await counted(round.place.roundId)).toEqual({ stored: 2, recounted: 2 });
    const seen = await seenBy(hall.pair, hall);
    expect(seen.viewerBallots.map(({ voter }) => voter)).toEqual([1, 2]);
    const dots = seen.viewerBallots.flatMap(({ choices }) => choices);
    expect(dots.filter(({ ideaId }) => ideaId === one).reduce((sum, choice) => sum + choice.dots, 0)).toBe(4);
    await table(round, hall.pair.actor, [[two, 1]]);
    expect(await counted(round.place.roundId)).toEqual({ stored: 1, recounted: 1 });
    await table(round, hall.pair.actor, []);
    expect(await counted(round.place.roundId)).toEqual({ stored: 0, recounted: 0 });
  });

  test("gets no more dots than its people have, and none after the close", async () => {
    const hall = await inHall();
    const round = await opened(hall);
    const [one, two] = hall.ideas;
    const why = (choices: [string, number][]) => refusalIn(table(round, hall.pair.actor, choices));
    expect(await why([[one, 5]])).toEqual(new TooManyOnOne(4));
    expect(
      await why([
        [one, 4],
        [two, 3],
      ]),
    ).toEqual(new VotesSpent(6));
    await round.close();
    expect(await why([[one, 1]])).toEqual(new RoundClosed(RoundState.CLOSED));
  });

  test("never deals a ballot more than the round gives", () => {
    for (const [people, budget, most] of [
      [2, 3, 2],
      [6, 3, 1],
      [7, 5, 2],
      [40, 20, 3],
    ] as const) {
      const ideas = Math.ceil(budget / most) + 1;
      let left = people * budget;
      const choices = Array.from({ length: ideas }, (_, index) => {
        const dots = Math.min(left, people * most);
        left -= dots;
        return { ideaId: `i${index}`, dots };
      });
      for (const ballot of dealt(choices, people)) {
        expect(ballot.reduce((sum, { dots }) => sum + dots, 0)).toBeLessThanOrEqual(budget);
        for (const { dots } of ballot) expect(dots).toBeLessThanOrEqual(most);
      }
      expect(
        dealt(choices, people)
          .flat()
          .reduce((sum, { dots }) => sum + dots, 0),
      ).toBe(people * budget);
    }
  });
});

describe("a vote in which each unit has one ballot", () => {
  test("is one ballot, whoever of the unit casts it, seen by all of them and counted once", async () => {
    const hall = await inHall();
    const colleague = await hall.world.addParticipant(0);
    const round = await opened(hall, { per: VotePer.UNIT });
    const [one, two] = hall.ideas;
    await round.cast(hall.anna.actor, [[one, 2]]);
    await round.cast(colleague.actor, [[two, 1]]);
    await round.cast(hall.bo.actor, [[two, 2]]);
    expect(await counted(round.place.roundId)).toEqual({ stored: 2, recounted: 2 });
    for (const who of [hall.anna, colleague]) {
      const seen = await seenBy(who, hall);
      expect(seen).toMatchObject({ votedCount: 2, voterCount: 3, per: VotePer.UNIT });
      expect(seen.viewerBallots.map(({ choices }) => choices)).toEqual([[{ ideaId: two, dots: 1 }]]);
    }
    await round.close();
    await round.reveal();
    const { results } = await seenBy(hall.pair, hall);
    expect(results?.[0]).toMatchObject({ ideaId: two, dots: 3, voters: 2, place: 1 });
  });

  test("takes one ballot a device, and none from a table that votes together", async () => {
    const hall = await inHall();
    const round = await opened(hall, { per: VotePer.UNIT });
    expect(await refusalIn(round.cast(hall.pair.actor, [[hall.ideas[0], 1]], 2))).toBeInstanceOf(
      InputRejected,
    );
    expect(await refusalIn(table(round, hall.pair.actor, [[hall.ideas[0], 1]]))).toMatchObject({
      field: "roundId",
    });
  });

  test("keeps the unit's ballot when the one who cast it leaves, and shows another to who changes unit", async () => {
    const hall = await inHall();
    const colleague = await hall.world.addParticipant(0);
    const round = await opened(hall, { per: VotePer.UNIT });
    await round.cast(hall.anna.actor, [[hall.ideas[0], 1]]);
    await arrive(hall.world, { ...hall.anna.participant, removedAt: new Date() }, hall.anna.participant);
    expect(await counted(round.place.roundId)).toEqual({ stored: 1, recounted: 1 });
    expect((await seenBy(colleague, hall)).viewerBallots).toHaveLength(1);
    const head = await headOf(test_.app, hall.world.gathering.id);
    const unitId = hall.bo.participant.unitId;
    await arrive(hall.world, { ...colleague.participant, unitId }, colleague.participant);
    expect((await seenBy(colleague, hall)).viewerBallots).toEqual([]);
    const presenters = presentersOf(roundPresenter, votesPresenter, ballotPresenter);
    const viewer = {
      personId: colleague.actor.personId,
      participantId: null,
      mayLead: false,
      parts: ["VOTING"],
    };
    const [heard = []] = await heardSince(test_.app, hall.world.gathering.id, head, presenters, [viewer]);
    const puts = heard.filter((change) => change instanceof VoteRoundPut);
    expect(puts.at(-1)?.round.viewerBallots).toEqual([]);
  });
});
