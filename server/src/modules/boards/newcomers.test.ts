import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { presentersOf, type Viewer } from "../../live/presenter.js";
import { headOf, heardSince } from "../../testing/follow.js";
import { startTestApp, type Somebody, type TestApp } from "../../testing/world.js";
import { Arena } from "../gatherings/index.js";
import {
  Group,
  groupPresenter,
  GroupPut,
  presentGroup,
  readGroups,
  readGroupsOf,
  Seat,
  seatParticipant,
  type GroupType,
} from "../groups/index.js";
import { Unit, UnitKind } from "../networks/index.js";
import { groupTools, namesIn } from "./testing/groups.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

const { inHall, make, groupsOf, post, arrive } = groupTools(() => test_.app);

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
