import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GatheringNotOpen, InputRejected } from "../../kernel/refusals.js";
import { newId } from "../../kernel/ids.js";
import { ContributionKind, GatheringState, InputProblem } from "../../kernel/words.js";
import type { Actor } from "../../identity/actor.js";
import { presentersOf, type Viewer } from "../../live/presenter.js";
import { done, type Outcome } from "../../live/vocabulary.js";
import { headOf, heardSince } from "../../testing/follow.js";
import { startTestApp, World, type Somebody, type TestApp } from "../../testing/world.js";
import { Arena, Gathering, Participant } from "../gatherings/index.js";
import {
  Group,
  groupPresenter,
  GroupPut,
  makeGroups,
  presentGroup,
  readGroups,
  readGroupsOf,
  Seat,
  seatParticipant,
  type GroupType,
} from "../groups/index.js";
import { NetworkRole, Unit, UnitKind } from "../networks/index.js";
import { Board } from "./board.entity.js";
import { Contribution } from "./contribution.entity.js";
import { postContribution } from "./commands/post-contribution.js";
import { groupBoards } from "./group-boards.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

/** A leader and as many participants as are asked for, turn about of the three units. */
const inHall = async (count: number) => {
  const world = await World.create(test_.app.source);
  const leader = await world.addMember(NetworkRole.LEADER);
  const people: Somebody[] = [];
  for (let i = 0; i < count; i++) people.push(await world.addParticipant(i % 3));
  return { world, leader, people };
};

const make = (world: World, who: Actor, arena: Arena, size = 3) =>
  makeGroups(test_.app, groupBoards, who, {
    clientMutationId: newId(),
    gatheringId: world.gathering.id,
    arena,
    size,
  });

const groupsOf = async (world: World, arena: Arena): Promise<GroupType[]> =>
  (await readGroups(test_.app.pool, world.gathering.id))
    .map((group) => presentGroup(group, { personId: "", mayLead: true }))
    .filter((group) => group.arena === arena);

const namesIn = (group: GroupType | undefined): string[] =>
  (group?.members ?? []).map(({ id }) => id).toSorted();

const post = async (who: Somebody, boardId: string): Promise<string> => {
  const { outcome } = await postContribution(test_.app.commit, who.actor, {
    clientMutationId: newId(),
    boardId,
    kind: ContributionKind.IDEA,
    body: "Alle besøker én annen enhet før jul",
    fromAuthor: false,
  });
  if (!outcome.done) throw new Error(outcome.refusal.message);
  return outcome.value.contributionId;
};

/** As the door does it: the row first, then those who act when people come and go. */
const arrive = (
  world: World,
  after: Participant,
  before: Participant | null = null,
): Promise<{ outcome: Outcome<null, never> }> =>
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

describe("newcomers", () => {
  test("sit in the smallest group, and among those where their own are fewest", async () => {
    const { world, leader } = await inHall(7);
    await make(world, leader, Arena.CROSS, 3);
    const first = await world.addParticipant(0);
    await arrive(world, first.participant);
    const second = await world.addParticipant(0);
    await arrive(world, second.participant);
    const groups = await groupsOf(world, Arena.CROSS);
    expect(groups.map(({ members }) => members.length)).toEqual([3, 3, 3]);
    const ofFirstUnit = groups
      .map(({ members }) => members.filter(({ unit }) => unit.id === world.units[0]?.id).length)
      .toSorted((a, b) => a - b);
    expect(ofFirstUnit).toEqual([1, 2, 2]);
  });

  test("never sit alone at a board that was left with its cards", async () => {
    const { world, leader, people } = await inHall(4);
    await make(world, leader, Arena.CROSS, 2);
    const [, second] = await groupsOf(world, Arena.CROSS);
    await post(
      people.find(({ participant }) => namesIn(second).includes(participant.id)) as Somebody,
      second?.boardId ?? "",
    );
    await make(world, leader, Arena.CROSS, 4);
    await arrive(world, (await world.addParticipant(1)).participant);
    expect((await groupsOf(world, Arena.CROSS)).map(({ members }) => members.length)).toEqual([5, 0]);
  });

  test("of a unit nobody was there for get a group and a board of their own, once", async () => {
    const { world, leader } = await inHall(2);
    await make(world, leader, Arena.UNIT);
    const unit = {
      id: newId(),
      networkId: world.network.id,
      name: "Lysnes skole",
      municipality: "Lysnes",
      kind: UnitKind.SCHOOL,
      createdAt: new Date(),
    };
    await test_.app.source.manager.insert(Unit, unit);
    const newcomers = [await world.addParticipant(0), await world.addParticipant(0)];
    for (const { participant } of newcomers) await arrive(world, { ...participant, unitId: unit.id });
    const group = (await groupsOf(world, Arena.UNIT)).at(-1);
    expect(group).toMatchObject({ name: "Lysnes skole", number: 3 });
    expect(group?.members).toHaveLength(2);
    expect(await headOf(test_.app, group?.boardId ?? "")).toBe(1);
  });

  test("keep their seats when they come again, change the unit's with the unit, and give up all when removed", async () => {
    const { world, leader, people } = await inHall(6);
    await make(world, leader, Arena.CROSS);
    await make(world, leader, Arena.UNIT);
    const { participant } = people[0] as Somebody;
    const seatOf = async (arena: Arena) =>
      (await groupsOf(world, arena)).find((group) => namesIn(group).includes(participant.id))?.id;
    const before = [await seatOf(Arena.CROSS), await seatOf(Arena.UNIT)];
    await arrive(world, { ...participant, name: "Nytt navn" }, participant);
    expect([await seatOf(Arena.CROSS), await seatOf(Arena.UNIT)]).toEqual(before);
    const moved = { ...participant, unitId: world.units[1]?.id ?? "" };
    await arrive(world, moved, participant);
    expect(await seatOf(Arena.CROSS)).toBe(before[0]);
    expect(await seatOf(Arena.UNIT)).not.toBe(before[1]);
    await arrive(world, { ...moved, removedAt: new Date() }, moved);
    expect(await test_.app.source.manager.countBy(Seat, { participantId: participant.id })).toBe(0);
  });
});

describe("[FEED5] a stale snapshot and what came after make a fresh one", () => {
  test("after every command that makes groups or moves people, for every audience", async () => {
    const { world, leader, people } = await inHall(7);
    const { id } = world.gathering;
    const viewers: Viewer[] = [
      ...[0, 6, 1].map((place) => asViewer(people[place] as Somebody)),
      { personId: leader.personId, participantId: null, mayLead: true, parts: ["GROUPS"] },
    ];
    const last = people[6] as Somebody;
    const history: (() => Promise<unknown>)[] = [
      () => make(world, leader, Arena.CROSS, 2),
      () => make(world, leader, Arena.UNIT),
      () => make(world, leader, Arena.PLENARY),
      async () =>
        seatParticipant(test_.app.commit, leader, id, {
          clientMutationId: newId(),
          participantId: last.participant.id,
          groupId: (await groupsOf(world, Arena.CROSS))[0]?.id ?? "",
        }),
      async () => arrive(world, (await world.addParticipant(2, 2)).participant),
      () => arrive(world, { ...last.participant, name: "Nytt navn" }, last.participant),
      () => make(world, leader, Arena.CROSS, 4),
      () => arrive(world, { ...last.participant, removedAt: new Date() }, last.participant),
    ];
    const pictureFor = async (viewer: Viewer) => {
      const groups = viewer.mayLead
        ? await readGroups(test_.app.pool, id)
        : await readGroupsOf(test_.app.pool, id, viewer.participantId);
      return new Map(groups.map((group) => [group.id, presentGroup(group, viewer)]));
    };
    const snapshots = () => Promise.all(viewers.map(pictureFor));
    const stale = [{ head: 0, pictures: await snapshots() }];
    for (const command of history) {
      await command();
      stale.push({ head: await headOf(test_.app, id), pictures: await snapshots() });
      await expectCounted(id);
    }
    const fresh = await snapshots();
    for (const { head, pictures } of stale) {
      const heard = await heardSince(test_.app, id, head, presentersOf(groupPresenter), viewers);
      for (const [i, changes] of heard.entries())
        expect(applied(pictures[i] ?? new Map(), changes), `viewer ${i} from ${head}`).toEqual(fresh[i]);
    }
    expect(await test_.app.source.manager.countBy(Group, { gatheringId: id })).toBe(fresh[0]?.size);
    const [own, , , leading] = fresh.map(namedIn);
    expect(leading?.length).toBeGreaterThan(own?.length ?? 0);
    for (const members of own ?? []) expect(members).toContain(people[0]?.participant.id);
  });

  const asViewer = ({ actor, participant }: Somebody): Viewer => ({
    personId: actor.personId,
    participantId: participant.id,
    mayLead: false,
    parts: ["GROUPS"],
  });

  /** The members of those groups whose members are told. */
  const namedIn = (groups: ReadonlyMap<string, GroupType>): string[][] =>
    [...groups.values()].map(namesIn).filter((names) => names.length > 0);

  /** The count that is kept, and the one that is true. */
  const expectCounted = async (gatheringId: string): Promise<void> => {
    const { rows } = await test_.app.pool.query<{ people: number; seated: number }>(
      `SELECT g.people, coalesce(sum(p.people) FILTER (WHERE p.removed_at IS NULL), 0)::int AS seated
       FROM work_group g LEFT JOIN seat s ON s.group_id = g.id LEFT JOIN participant p ON p.id = s.participant_id
       WHERE g.gathering_id = $1 GROUP BY g.id`,
      [gatheringId],
    );
    expect(rows.map(({ people }) => people)).toEqual(rows.map(({ seated }) => seated));
  };

  const applied = (
    groups: ReadonlyMap<string, GroupType>,
    changes: readonly unknown[],
  ): Map<string, GroupType> => {
    const after = new Map(groups);
    for (const change of changes as (GroupPut | { id: string })[]) {
      if (change instanceof GroupPut) after.set(change.group.id, change.group);
      else after.delete(change.id);
    }
    return after;
  };
});
