import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GatheringNotOpen, InputRejected } from "../../kernel/refusals.js";
import { newId } from "../../kernel/ids.js";
import { GatheringState, InputProblem } from "../../kernel/words.js";
import { startTestApp, type Somebody, type TestApp } from "../../testing/world.js";
import { Arena, Gathering, Participant } from "../gatherings/index.js";
import { Seat, seatParticipant, type GroupType } from "../groups/index.js";
import { Unit } from "../networks/index.js";
import { Board } from "./board.entity.js";
import { Contribution } from "./contribution.entity.js";
import { groupTools, namesIn } from "./testing/groups.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

const { inHall, make, groupsOf, post } = groupTools(() => test_.app);

describe("groups across units", () => {
  test("everybody gets one seat, units are spread, and each group has a board that its members write on", async () => {
    const { world, leader, people } = await inHall(9);
    await make(world, leader, Arena.CROSS);
    const groups = await groupsOf(world, Arena.CROSS);
    expect(groups.map(({ number, name }) => [number, name])).toEqual([
      [1, "Gruppe 1"],
      [2, "Gruppe 2"],
      [3, "Gruppe 3"],
    ]);
    expect(groups.flatMap(namesIn).toSorted()).toEqual(
      people.map(({ participant }) => participant.id).toSorted(),
    );
    for (const { members } of groups) expect(new Set(members.map(({ unit }) => unit.id)).size).toBe(3);
    const [first] = groups as [GroupType];
    const member = people.find(({ participant }) => namesIn(first).includes(participant.id)) as Somebody;
    await expect(post(member, first.boardId)).resolves.toBeTypeOf("string");
  });

  test("made again with fewer groups, boards keep their number and nobody's cards are lost", async () => {
    const { world, leader, people } = await inHall(9);
    await make(world, leader, Arena.CROSS, 2);
    const before = await groupsOf(world, Arena.CROSS);
    expect(before).toHaveLength(5);
    const fourth = before[3] as GroupType;
    const writer = people.find(({ participant }) => namesIn(fourth).includes(participant.id)) as Somebody;
    const card = await post(writer, fourth.boardId);
    await make(world, leader, Arena.CROSS, 5);
    const after = await groupsOf(world, Arena.CROSS);
    expect(after.map(({ id }) => id)).toEqual([before[0]?.id, before[1]?.id, fourth.id]);
    expect(after[2]?.members).toEqual([]);
    expect(after.flatMap(namesIn)).toHaveLength(9);
    expect(await test_.app.source.manager.findOneByOrFail(Contribution, { id: card })).toMatchObject({
      boardId: fourth.boardId,
    });
    expect(await test_.app.source.manager.countBy(Board, { gatheringId: world.gathering.id })).toBe(3);
  });

  test("a board that is being shown is not taken away", async () => {
    const { world, leader } = await inHall(4);
    await make(world, leader, Arena.CROSS, 2);
    const [, second] = await groupsOf(world, Arena.CROSS);
    const projection = { ...world.gathering.projection, boardId: second?.boardId ?? null };
    await world.alter(Gathering, world.gathering, { projection });
    await make(world, leader, Arena.CROSS, 6);
    expect((await groupsOf(world, Arena.CROSS)).map(({ number }) => number)).toEqual([1, 2]);
  });

  test("made again with nothing new, nobody moves", async () => {
    const { world, leader } = await inHall(10);
    await make(world, leader, Arena.CROSS);
    const [before, seats] = [await groupsOf(world, Arena.CROSS), await test_.app.source.manager.find(Seat)];
    await make(world, leader, Arena.CROSS);
    expect(await groupsOf(world, Arena.CROSS)).toEqual(before);
    expect(await test_.app.source.manager.find(Seat)).toEqual(seats);
  });

  test("people at one device count as people", async () => {
    const { world, leader } = await inHall(3);
    await world.addParticipant(0, 3);
    await make(world, leader, Arena.CROSS, 3);
    const sizes = (await groupsOf(world, Arena.CROSS)).map(({ members }) =>
      members.reduce((sum, { people }) => sum + people, 0),
    );
    expect(sizes).toEqual([3, 3]);
  });
});

describe("the other arenas", () => {
  test("each unit that is there has a group, known by its unit and not by its name", async () => {
    const { world, leader } = await inHall(4);
    await make(world, leader, Arena.UNIT, 0);
    const before = await groupsOf(world, Arena.UNIT);
    expect(before.map(({ name }) => name)).toEqual([
      "Fjæra barnehage",
      "Nordkyst universitet",
      "Skarvfjord skole",
    ]);
    expect(before.map(({ members }) => members.length)).toEqual([1, 1, 2]);
    await world.alter(Unit, world.units[1] as Unit, { name: "Skarvfjord skole" });
    await make(world, leader, Arena.UNIT, 0);
    expect((await groupsOf(world, Arena.UNIT)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  test("the plenary has one board, where participants have no seat and those who lead write", async () => {
    const { world, leader, people } = await inHall(2);
    await make(world, leader, Arena.PLENARY);
    await make(world, leader, Arena.PLENARY);
    const [plenary, ...others] = await groupsOf(world, Arena.PLENARY);
    expect(others).toEqual([]);
    expect(plenary).toMatchObject({ name: "Plenum", members: [] });
    await expect(post(people[0] as Somebody, plenary?.boardId ?? "")).rejects.toThrow(/no seat/);
    const leading = await world.addParticipant(0, 1, leader);
    await expect(post(leading, plenary?.boardId ?? "")).resolves.toBeTypeOf("string");
  });
});

describe("who may, and when", () => {
  test("only those who lead make groups and seat people; to others the gathering is not there", async () => {
    const { world, people, leader } = await inHall(2);
    await make(world, leader, Arena.CROSS, 2);
    const [group] = await groupsOf(world, Arena.CROSS);
    const { actor, participant } = people[0] as Somebody;
    const input = { clientMutationId: newId(), participantId: participant.id, groupId: group?.id ?? "" };
    await expect(make(world, actor, Arena.CROSS)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(seatParticipant(test_.app.commit, actor, world.gathering.id, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(make(world, await world.addPerson(), Arena.CROSS)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test.each([1, 31, -1])("groups of %i are refused", async (size) => {
    const { world, leader } = await inHall(2);
    const { outcome } = await make(world, leader, Arena.CROSS, size);
    expect(outcome).toMatchObject({
      done: false,
      refusal: new InputRejected("size", InputProblem.OUT_OF_RANGE, 30),
    });
  });

  test("an archived gathering keeps its groups as they are", async () => {
    const { world, leader } = await inHall(2);
    await world.alter(Gathering, world.gathering, { state: GatheringState.ARCHIVED });
    expect((await make(world, leader, Arena.CROSS)).outcome).toMatchObject({
      done: false,
      refusal: new GatheringNotOpen(GatheringState.ARCHIVED),
    });
  });
});

describe("seats", () => {
  const seated = async () => {
    const { world, leader, people } = await inHall(6);
    await make(world, leader, Arena.CROSS);
    const groups = (await groupsOf(world, Arena.CROSS)) as [GroupType, GroupType];
    const mover = people.find(({ participant }) => namesIn(groups[0]).includes(participant.id)) as Somebody;
    const seat = (participantId: string, groupId: string) =>
      seatParticipant(test_.app.commit, leader, world.gathering.id, {
        clientMutationId: newId(),
        participantId,
        groupId,
      });
    return { world, leader, mover, groups, seat };
  };

  test("moving gives up the seat in that arena, and no other", async () => {
    const { world, leader, mover, groups, seat } = await seated();
    await make(world, leader, Arena.UNIT);
    await seat(mover.participant.id, groups[1].id);
    const after = await groupsOf(world, Arena.CROSS);
    expect(namesIn(after[0])).not.toContain(mover.participant.id);
    expect(namesIn(after[1])).toContain(mover.participant.id);
    expect((await groupsOf(world, Arena.UNIT)).flatMap(namesIn)).toContain(mover.participant.id);
  });

  test("one cannot be seated in the plenary, in a group of another gathering, or once removed", async () => {
    const { world, leader, mover, seat } = await seated();
    await make(world, leader, Arena.PLENARY);
    const [plenary] = await groupsOf(world, Arena.PLENARY);
    expect((await seat(mover.participant.id, plenary?.id ?? "")).outcome).toMatchObject({
      refusal: { field: "groupId", problem: InputProblem.NOT_ALLOWED },
    });
    const elsewhere = await seated();
    expect((await seat(mover.participant.id, elsewhere.groups[0].id)).outcome).toMatchObject({
      refusal: { problem: InputProblem.UNKNOWN },
    });
    expect((await seat(mover.participant.id, "no such id")).outcome).toMatchObject({
      refusal: { problem: InputProblem.UNKNOWN },
    });
    await world.alter(Participant, mover.participant, { removedAt: new Date() });
    await expect(seat(mover.participant.id, plenary?.id ?? "")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
