import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../kernel/ids.js";
import { Outdated } from "../kernel/refusals.js";
import { startTestApp, type TestApp } from "../testing/world.js";
import { goToItem } from "../modules/gatherings/commands/go-to-item.js";
import { removeItem } from "../modules/gatherings/commands/remove-item.js";
import { setPhase } from "../modules/gatherings/commands/set-phase.js";
import { Arena, Phase, ProgrammeItem } from "../modules/gatherings/index.js";
import { Hall, refusalOf, valueOf } from "../modules/gatherings/testing/hall.js";
import { makeGroups, readGroups } from "../modules/groups/index.js";
import { NetworkRole } from "../modules/networks/index.js";
import { groupBoards } from "../modules/boards/index.js";

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

const empty = (): Promise<boolean> => Promise.resolve(false);

describe("what two do at the same moment has one outcome", () => {
  test("of two leaders who press Next, one goes on: nobody skips an item", async () => {
    const hall = await Hall.open(test_);
    const [first, second] = hall.items;
    const other = await hall.world.addMember(NetworkRole.OWNER);
    const next = { itemId: second.id, fromItemId: first.id };
    const pressed = await Promise.all([hall.lead(goToItem, next), hall.lead(goToItem, next, other)]);
    expect(pressed.filter(({ outcome }) => outcome.done)).toHaveLength(1);
    expect(await hall.gathering()).toMatchObject({ currentItemId: second.id, moment: 2 });
  });

  test("a phase that both choose is begun once", async () => {
    const hall = await Hall.open(test_);
    await Promise.all([1, 2].map(() => hall.lead(setPhase(null), { phase: Phase.PLENARY })));
    expect(await hall.gathering()).toMatchObject({ phase: Phase.PLENARY, moment: 2 });
  });

  test("who joins while groups are made sits in one of them, and nobody sits twice", async () => {
    const hall = await Hall.open(test_);
    for (let i = 0; i < 7; i += 1) await hall.world.addParticipant(i % 3);
    const wish = { clientMutationId: newId(), gatheringId: hall.id, arena: Arena.CROSS, size: 3 };
    const [, ...joined] = await Promise.all([
      makeGroups(test_.app, groupBoards, hall.leader, wish),
      ...["Sen", "Senere", "Sist"].map((name) => valueOf(hall.join({ name }))),
    ]);
    const groups = (await readGroups(test_.app.pool, hall.id)).filter(({ arena }) => arena === Arena.CROSS);
    const seated = groups.flatMap(({ members }) => members.map(({ id }) => id));
    expect(new Set(seated).size).toBe(seated.length);
    expect(seated).toHaveLength(10);
    for (const { participantId } of joined) expect(seated).toContain(participantId);
  });

  test("an item that is taken away while it is on gives way to the one after it", async () => {
    const hall = await Hall.open(test_);
    const [first, second, third] = hall.items;
    await valueOf(hall.lead(removeItem(empty), { itemId: first.id }));
    expect(await hall.gathering()).toMatchObject({ currentItemId: second.id, moment: 2 });
    const next = { itemId: third.id, fromItemId: first.id };
    expect(await refusalOf(hall.lead(goToItem, next))).toBeInstanceOf(Outdated);
  });

  test("going to an item and taking it away at once: it is not there, and nobody stands in nothing", async () => {
    const hall = await Hall.open(test_);
    const [first, second, third] = hall.items;
    await Promise.all([
      hall.lead(goToItem, { itemId: second.id, fromItemId: first.id }),
      hall.lead(removeItem(empty), { itemId: second.id }),
    ]);
    const { currentItemId } = await hall.gathering();
    expect([first.id, third.id]).toContain(currentItemId);
    const left = await test_.app.source.manager.findBy(ProgrammeItem, { gatheringId: hall.id });
    expect(left.map(({ id }) => id)).toContain(currentItemId);
  });
});
