import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import type { Actor } from "../../identity/actor.js";
import { startTestApp, World, type TestApp } from "../../testing/world.js";
import { Arena, Gathering } from "../gatherings/index.js";
import { makeGroups, readGroups } from "../groups/index.js";
import { NetworkRole, type Network } from "../networks/index.js";
import { groupBoards } from "./group-boards.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

const DAY = 86_400_000;

/** A gathering of a network, so many days from now, where these people are, turn about of three units. */
const gatheringOf = async (network: Network, days: number, people: readonly Actor[]): Promise<World> => {
  const world = await World.create(test_.app.source);
  const startsAt = new Date(Date.now() + days * DAY);
  const { id } = world.gathering;
  await test_.app.source.manager.update(Gathering, { id }, { networkId: network.id, startsAt });
  for (const [i, person] of people.entries()) await world.addParticipant(i % 3, 1, person);
  return world;
};

const make = (world: World, leader: Actor) =>
  makeGroups(test_.app, groupBoards, leader, {
    clientMutationId: newId(),
    gatheringId: world.gathering.id,
    arena: Arena.CROSS,
    size: 3,
  });

const PAIRS = `SELECT a.person_id || '/' || b.person_id AS pair
  FROM seat s JOIN participant a ON a.id = s.participant_id
    JOIN seat t ON t.group_id = s.group_id JOIN participant b ON b.id = t.participant_id
  WHERE s.gathering_id = $1 AND a.person_id < b.person_id`;

const pairsAt = async (world: World): Promise<string[]> =>
  (await test_.app.pool.query<{ pair: string }>(PAIRS, [world.gathering.id])).rows.map(({ pair }) => pair);

test("at the network's next gatherings nobody sits with somebody they sat with before", async () => {
  const first = await World.create(test_.app.source);
  const leader = await first.addMember(NetworkRole.LEADER);
  const people = await Promise.all(Array.from({ length: 9 }, () => first.addPerson()));
  const met: string[] = [];
  for (const days of [1, 2, 3]) {
    const world = await gatheringOf(first.network, days, people);
    await make(world, leader);
    met.push(...(await pairsAt(world)));
    expect(new Set(met).size).toBe(days * 9);
    expect(met).toHaveLength(days * 9);
  }
});

test("what is still to come, and other networks, leave groups as they are", async () => {
  const first = await World.create(test_.app.source);
  const leader = await first.addMember(NetworkRole.LEADER);
  const people = await Promise.all(Array.from({ length: 9 }, () => first.addPerson()));
  const today = await gatheringOf(first.network, 1, people);
  await make(today, leader);
  const before = await readGroups(test_.app.pool, today.gathering.id);
  await make(await gatheringOf(first.network, 2, people), leader);
  const elsewhere = await World.create(test_.app.source);
  const other = await elsewhere.addMember(NetworkRole.LEADER);
  await make(await gatheringOf(elsewhere.network, -1, people), other);
  await make(today, leader);
  expect(await readGroups(test_.app.pool, today.gathering.id)).toEqual(before);
});
