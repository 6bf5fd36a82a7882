import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../identity/actor.js";
import { newId } from "../../kernel/ids.js";
import { InputRejected, NotSeated } from "../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../kernel/words.js";
import { startTestApp, World, type Somebody, type TestApp } from "../../testing/world.js";
import { Arena } from "../gatherings/index.js";
import {
  addWish,
  makeGroups,
  moveSeats,
  presentGroup,
  readGroups,
  readSeating,
  WishKind,
} from "../groups/index.js";
import { NetworkRole } from "../networks/index.js";
import { groupBoards } from "./group-boards.js";
import { input, refusalOf } from "./testing/table.js";
import { postContribution } from "./commands/post-contribution.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

const LEADER = { personId: "", mayLead: true };

interface Day {
  readonly world: World;
  readonly leader: Actor;
  readonly people: readonly Somebody[];
}

const dayOf = async (count: number): Promise<Day> => {
  const world = await World.create(test_.app.source);
  const leader = await world.addMember(NetworkRole.LEADER);
  const people: Somebody[] = [];
  for (let i = 0; i < count; i++) people.push(await world.addParticipant(i % 3));
  return { world, leader, people };
};

const make = async (
  { world, leader }: Day,
  more: { newRound?: boolean; seed?: string; size?: number } = {},
) => {
  const gatheringId = world.gathering.id;
  const wanted = { clientMutationId: newId(), gatheringId, arena: Arena.CROSS, size: 3, ...more };
  return makeGroups(test_.app, groupBoards, leader, wanted);
};

const groupsOf = async ({ world }: Day) =>
  (await readGroups(test_.app.pool, world.gathering.id)).map((group) => presentGroup(group, LEADER));
const seatingOf = ({ world }: Day) => readSeating(test_.app.pool, world.gathering.id, test_.app.presence);
const idOf = ({ participant }: Somebody): string => participant.id;

const moveTo = ({ world, leader }: Day, who: Somebody, groupId: string | null) =>
  moveSeats(test_.app.commit, leader, {
    clientMutationId: newId(),
    gatheringId: world.gathering.id,
    moves: [{ participantId: idOf(who), groupId }],
  });

const wish = ({ world, leader }: Day, kind: WishKind, ...participantIds: string[]) =>
  addWish(test_.app.commit, leader, {
    clientMutationId: newId(),
    gatheringId: world.gathering.id,
    kind,
    participantIds,
  });

describe("a new round", () => {
  test("keeps those apart who met in the one before, and gives everybody a turn and each group a secretary", async () => {
    const day = await dayOf(9);
    await make(day);
    const first = await groupsOf(day);
    await make(day, { newRound: true });
    const second = await groupsOf(day);
    expect(second.map(({ round }) => round)).toEqual([2, 2, 2]);
    expect(await seatingOf(day)).toMatchObject({ round: 2, repeats: 0, firstMeetings: 9 });
    const wrote = new Set(first.map(({ secretaryId }) => secretaryId));
    expect(wrote.size).toBe(3);
    for (const { members, secretaryId } of second) {
      const ids = members.map(({ id }) => id);
      // All who wrote before may have come into one group; then one of them writes again.
      const fresh = ids.filter((id) => !wrote.has(id));
      expect(fresh.length > 0 ? fresh : ids).toContain(secretaryId);
    }
  });

  test("is not begun by making groups once more: then nobody has met", async () => {
    const day = await dayOf(9);
    await make(day);
    await make(day, { seed: "another" });
    expect(await seatingOf(day)).toMatchObject({ round: 1, repeats: 0, firstMeetings: 9 });
  });

  test("another seed gives other groups, the same one the same", async () => {
    const day = await dayOf(12);
    const made = async (seed: string) => {
      await make(day, { seed });
      return (await groupsOf(day)).map(({ members }) => members.map(({ id }) => id).toSorted());
    };
    const one = await made("one");
    expect(await made("two")).not.toEqual(one);
    expect(await made("one")).toEqual(one);
    expect(await refusalOf(make(day, { seed: "x".repeat(41) }))).toMatchObject({ field: "seed" });
  });
});

describe("a seat that is changed", () => {
  test("takes nobody from what they write: they may finish on the board where they sat, and nobody else may", async () => {
    const day = await dayOf(6);
    await make(day);
    const [here, there] = await groupsOf(day);
    const who = day.people.find(({ participant }) => here?.members.some(({ id }) => id === participant.id));
    const other = day.people.find(({ participant }) =>
      there?.members.some(({ id }) => id === participant.id),
    );
    if (!who || !other || !here || !there) throw new Error("nobody sits");
    await moveTo(day, who, there.id);
    const post = (author: Somebody) =>
      postContribution(test_.app.commit, author.actor, {
        ...input(day.world as never),
        boardId: here.boardId,
      });
    expect((await post(who)).outcome.done).toBe(true);
    expect(await refusalOf(post(other))).toBeInstanceOf(NotSeated);
    const [left] = await readGroups(test_.app.pool, day.world.gathering.id);
    expect(left?.formerPersonIds).toEqual([who.actor.personId]);
  });

  test("is not kept for somebody who is not there, until they are seated or join again", async () => {
    const day = await dayOf(7);
    await make(day);
    const [gone] = day.people as [Somebody];
    await moveTo(day, gone, null);
    const seating = await seatingOf(day);
    expect(seating.away.map(({ id }) => id)).toEqual([idOf(gone)]);
    expect(seating.moves.some(({ participant }) => participant.id === idOf(gone))).toBe(false);
    await make(day);
    expect((await groupsOf(day)).flatMap(({ members }) => members)).toHaveLength(6);
    const [group] = await groupsOf(day);
    await moveTo(day, gone, group?.id ?? null);
    expect((await seatingOf(day)).away).toEqual([]);
  });

  test("late comers are seated by the moves that were shown", async () => {
    const day = await dayOf(9);
    await make(day);
    const late = await day.world.addParticipant(0);
    const { moves, unseated } = await seatingOf(day);
    expect(unseated.map(({ id }) => id)).toEqual([idOf(late)]);
    expect(moves.map(({ participant, from }) => [participant.id, from])).toEqual([[idOf(late), null]]);
    await moveTo(day, late, moves[0]?.to ?? null);
    expect((await seatingOf(day)).moves).toEqual([]);
  });

  test("is refused for a group or a person from elsewhere, and then nothing is changed", async () => {
    const [day, far] = [await dayOf(6), await dayOf(6)];
    await make(day);
    await make(far);
    const [theirs] = await groupsOf(far);
    const [who] = day.people as [Somebody];
    expect(await refusalOf(moveTo(day, who, theirs?.id ?? ""))).toEqual(
      new InputRejected("moves.groupId", InputProblem.UNKNOWN),
    );
    expect(await refusalOf(moveTo(day, far.people[0] as Somebody, null))).toEqual(
      new InputRejected("moves.participantId", InputProblem.UNKNOWN),
    );
    await expect(moveTo({ ...day, leader: who.actor }, who, null)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("wishes", () => {
  test("are kept, or refused with the reason; the secretary is one of those who were wished for", async () => {
    const day = await dayOf(9);
    const [a, b, c, d, e] = day.people.map(idOf) as [string, string, string, string, string];
    await wish(day, WishKind.TOGETHER, a, b);
    await wish(day, WishKind.APART, a, b);
    await wish(day, WishKind.ONE_IN_EACH, c, d, e);
    await make(day);
    const { wishes } = await seatingOf(day);
    expect(wishes.map(({ kept, reason }) => [kept, reason])).toEqual([
      [true, null],
      [false, "contradictsEarlierWish"],
      [true, null],
    ]);
    const secretaries = (await groupsOf(day)).map(({ secretaryId }) => secretaryId);
    expect(secretaries.toSorted()).toEqual([c, d, e].toSorted());
  });

  test("are about two, or about some, who are there", async () => {
    const day = await dayOf(3);
    const [a, b] = day.people.map(idOf) as [string, string];
    for (const [kind, ids, problem] of [
      [WishKind.TOGETHER, [a], InputProblem.OUT_OF_RANGE],
      [WishKind.APART, [a, a], InputProblem.OUT_OF_RANGE],
      [WishKind.ONE_IN_EACH, [], InputProblem.OUT_OF_RANGE],
      [WishKind.TOGETHER, [a, newId()], InputProblem.UNKNOWN],
      [WishKind.TOGETHER, [a, "x"], InputProblem.UNKNOWN],
    ] as const)
      expect(await refusalOf(wish(day, kind, ...ids))).toMatchObject({ field: "participantIds", problem });
    await expect(
      wish({ ...day, leader: day.people[0]?.actor as Actor }, WishKind.TOGETHER, a, b),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

test("what a state refuses: an archived gathering keeps its seats", async () => {
  const world = await World.create(test_.app.source, GatheringState.ARCHIVED);
  const leader = await world.addMember(NetworkRole.LEADER);
  const who = await world.addParticipant(0);
  expect(await refusalOf(moveTo({ world, leader, people: [who] }, who, null))).toMatchObject({
    state: GatheringState.ARCHIVED,
  });
});
