import { describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { ContributionKind } from "../../kernel/words.js";
import { presentersOf, type Viewer } from "../../live/presenter.js";
import { done } from "../../live/vocabulary.js";
import { headOf, heardSince } from "../../testing/follow.js";
import type { World } from "../../testing/world.js";
import { Contribution } from "../boards/index.js";
import { Ballot } from "./ballot.entity.js";
import { arrive, inHall, opened, roundAs, seenBy, test_ } from "./testing/hall.js";
import { readRoundsFor } from "./vote-round.facts.js";
import {
  ballotPresenter,
  ideaPresenter,
  presentRound,
  roundPresenter,
  votesPresenter,
} from "./vote-round.presenter.js";
import { BallotPut, type BallotType, VoteCountPut, VoteRoundPut, VoteRoundType } from "./vote-round.type.js";

const presenters = presentersOf(roundPresenter, ideaPresenter, votesPresenter, ballotPresenter);
const viewer = (personId: string, mayLead = false): Viewer => ({
  personId,
  participantId: null,
  mayLead,
  parts: ["VOTING"],
});

describe("[FEED6] totals are hidden until they are revealed", () => {
  test("nothing that anybody is sent tells them, the leader included, nor whose ballot is in", async () => {
    const hall = await inHall();
    const { world, leader, anna, bo, pair, ideas } = hall;
    const { id } = world.gathering;
    const { cast, close, reveal, place } = await opened(hall);
    const watchers = [viewer(leader.personId, true), viewer(bo.actor.personId), viewer(newId())];
    const heads = [await headOf(test_.app, id)];
    const steps = [
      () =>
        cast(anna.actor, [
          [ideas[0], 2],
          [ideas[1], 1],
        ]),
      () => cast(pair.actor, [[ideas[0], 2]], 2),
      () => cast(anna.actor, [[ideas[0], 1]]),
      () => close(),
    ];
    for (const step of steps) {
      await step();
      heads.push(await headOf(test_.app, id));
    }
    const ballots = await test_.app.source.manager.findBy(Ballot, { roundId: place.roundId });
    const secrets = [
      ...ballots.map((ballot) => ballot.id),
      anna.participant.id,
      pair.participant.id,
      anna.actor.personId,
      `"dots"`,
      `"voters"`,
      `"place"`,
    ];
    for (const from of [0, ...heads.slice(0, -1)]) {
      for (const changes of await heardSince(test_.app, id, from, presenters, watchers)) {
        for (const secret of secrets) expect(JSON.stringify(changes)).not.toContain(secret);
        expect(
          changes
            .filter((change) => change instanceof VoteRoundPut)
            .every(({ round }) => round.results === null),
        ).toBe(true);
      }
    }
    for (const { personId } of watchers)
      expect(JSON.stringify(await roundAs(personId, id))).not.toContain(`"dots"`);
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
    const [forBo, forOther, forLeader, forAnna] = await heardSince(
      test_.app,
      world.gathering.id,
      head,
      presenters,
      [
        viewer(bo.actor.personId),
        viewer(newId()),
        viewer(leader.personId, true),
        viewer(anna.actor.personId),
      ],
    );
    expect(forBo).toBe(forOther);
    expect(forBo).toEqual([new VoteCountPut(place.roundId, 2, 4)]);
    expect(forLeader).toEqual(forBo);
    const [ballot] = (await seenBy(anna, hall)).viewerBallots;
    expect(forAnna).toEqual([...(forBo ?? []), new BallotPut(ballot as BallotType)]);
  });
});

describe("[FEED5] a stale snapshot and what came after make a fresh one", () => {
  type Rounds = ReadonlyMap<string, VoteRoundType>;

  const applied = (rounds: Rounds, changes: readonly unknown[]): Rounds => {
    const after = new Map(rounds);
    for (const change of changes) {
      if (change instanceof VoteRoundPut) after.set(change.round.id, change.round);
      const known = change instanceof VoteCountPut ? after.get(change.roundId) : undefined;
      const own = change instanceof BallotPut ? after.get(change.ballot.roundId) : undefined;
      if (own) after.set(own.id, withBallot(own, (change as BallotPut).ballot));
      if (known) after.set(known.id, Object.assign(new VoteRoundType(), known, pick(change as VoteCountPut)));
    }
    return after;
  };
  const withBallot = (round: VoteRoundType, ballot: BallotType): VoteRoundType => {
    const others = round.viewerBallots.filter(({ id }) => id !== ballot.id);
    const viewerBallots = [...others, ballot].toSorted((a, b) => a.voter - b.voter);
    return Object.assign(new VoteRoundType(), round, { viewerBallots });
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
    const viewers = [
      viewer(anna.actor.personId),
      viewer(bo.actor.personId),
      viewer(pair.actor.personId),
      viewer(leader.personId, true),
    ];
    const snapshot = async ({ personId }: Viewer): Promise<Rounds> =>
      new Map(
        (await readRoundsFor(test_.app.pool, id, personId)).map((round) => [
          round.id,
          presentRound(round, { personId }),
        ]),
      );
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
      () =>
        cast(bo.actor, [
          [ideas[0], 1],
          [ideas[1], 1],
        ]),
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
      heard.forEach((changes, i) =>
        expect(applied(seen[i] as Rounds, changes), `viewer ${i} from ${head}`).toEqual(fresh[i]),
      );
    }
  });
});
