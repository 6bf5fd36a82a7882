import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { GatheringState } from "../../kernel/words.js";
import { presentersOf, type Viewer } from "../../live/presenter.js";
import type { FeedIterator } from "../../live/feed.js";
import { startTestApp, type Somebody, type TestApp } from "../../testing/world.js";
import { UnitKind } from "../networks/index.js";
import { addItem } from "./commands/add-item.js";
import { addUnit } from "./commands/add-unit.js";
import { setUnitKind } from "./commands/set-unit-kind.js";
import { callTogether } from "./commands/call-together.js";
import { changeState } from "./commands/change-state.js";
import { editGathering } from "./commands/edit-gathering.js";
import { editItem } from "./commands/edit-item.js";
import { goToItem } from "./commands/go-to-item.js";
import { moveItem } from "./commands/move-item.js";
import { project } from "./commands/project.js";
import { removeItem } from "./commands/remove-item.js";
import { removeParticipant } from "./commands/remove-participant.js";
import { renewJoinCode } from "./commands/renew-join-code.js";
import { setClock } from "./commands/set-clock.js";
import { setPhase } from "./commands/set-phase.js";
import { ClockAction } from "./countdown.js";
import { streamsNamingUnits, streamsOfBoards, streamsOfUnits } from "./entrance.js";
import { participantExclusion } from "./gathering.presenter.js";
import { Phase, PlenaryView } from "./gathering.entity.js";
import { hasCards } from "./projection.reads.js";
import { Hall, itemFields, valueOf } from "./testing/hall.js";
import { broughtUpToDate, changesSince, snapshot, type Picture } from "./testing/picture.js";

let app_: TestApp;
beforeAll(async () => {
  app_ = await startTestApp();
});
afterAll(() => app_.stop());

const leading = (hall: Hall): Viewer => ({
  personId: hall.leader.personId,
  participantId: null,
  mayLead: true,
  parts: ["PROGRAMME", "PEOPLE"],
});
/** A participant who asks for everything, and must not be told who the others are. */
const takingPart = ({ actor, participant }: Somebody): Viewer => ({
  personId: actor.personId,
  participantId: participant.id,
  mayLead: false,
  parts: ["PROGRAMME", "PEOPLE"],
});

const unit = { name: "Tindvær oppvekstsenter", municipality: "Tindvær", kind: UnitKind.SCHOOL };
const asked = (itemId: string): Promise<boolean> => hasCards(app_.app.source, itemId);

const remove = (hall: Hall, participantId: string) =>
  removeParticipant(
    hall.commit,
    hall.leader,
    { gatheringId: hall.id, attendance: app_.app.attendance },
    { clientMutationId: newId(), participantId },
  );

/** Every command there is, on one gathering, in an order that lets each of them stand. */
const everything = async (hall: Hall, after: (name: string) => Promise<void>): Promise<void> => {
  const { network } = hall.world;
  const step = async (name: string, doing: Promise<{ outcome: { done: boolean } }>): Promise<void> => {
    expect((await doing).outcome.done, name).toBe(true);
    await after(name);
  };
  const guest = await valueOf(hall.join());
  await after("join");
  const boards = await streamsOfBoards(app_.app.pool, hall.id);
  await step("join again", hall.join({ name: "Anna og Bo", people: 2 }, guest.personId, boards));
  const told = await streamsOfUnits(app_.app.pool, network.id);
  await step("join with a unit", hall.join({ unitId: null, newUnit: unit }, null, told));
  await step(
    "add a unit",
    addUnit(hall.commit, hall.leader, told, {
      clientMutationId: newId(),
      networkId: network.id,
      unit: { ...unit, name: "Ny" },
    }),
  );
  const naming = { networkId: network.id, told: await streamsNamingUnits(app_.app.pool, network.id) };
  const kind = { clientMutationId: newId(), unitId: hall.world.units[0]?.id ?? "", kind: UnitKind.OTHER };
  await step("set a unit's kind", setUnitKind(hall.commit, hall.leader, naming, kind));
  await step("edit", hall.lead(editGathering, { title: "Nytt navn", place: "Aulaen" }));
  await step("renew code", hall.lead(renewJoinCode, {}));
  await step("add item", hall.lead(addItem, { item: itemFields(), afterItemId: null }));
  await step(
    "edit item",
    hall.lead(editItem(asked), { itemId: hall.items[1].id, item: itemFields({ title: "Kaffe" }) }),
  );
  await step("move item", hall.lead(moveItem, { itemId: hall.items[2].id, afterItemId: null }));
  await step("go to item", hall.lead(goToItem, { itemId: hall.items[1].id }));
  await step("remove item", hall.lead(removeItem(asked), { itemId: hall.items[1].id }));
  await step("set phase", hall.lead(setPhase(null), { phase: Phase.INDIVIDUAL }));
  const call = { gatheringId: hall.id, found: newId() };
  await step(
    "call together",
    callTogether(hall.commit, hall.leader, call, { clientMutationId: newId(), boardId: call.found }),
  );
  await step("set clock", hall.lead(setClock, { action: ClockAction.START, seconds: 90 }));
  const nothing = { gatheringId: hall.id, boardId: null, roundId: null };
  await step(
    "project",
    project(hall.commit, hall.leader, nothing, { clientMutationId: newId(), view: PlenaryView.BLACK }),
  );
  await step("remove participant", remove(hall, guest.participantId));
  await step("change state", hall.lead(changeState, { to: GatheringState.FOLLOW_UP }));
};

describe("[FEED5] a stale snapshot and what came after make a fresh one", () => {
  test("after every command, for leaders and participants, from every earlier snapshot", async () => {
    const hall = await Hall.open(app_);
    const reader = await hall.world.addParticipant(1);
    await hall.world.addGroup(reader);
    for (const viewer of [leading(hall), takingPart(reader)]) {
      const another = viewer.mayLead ? hall : await Hall.open(app_);
      const who = viewer.mayLead ? viewer : takingPart(await another.world.addParticipant(1));
      const pictures = new Map<string, Picture>([["nothing", await snapshot(app_.app, another.id, who)]]);
      await everything(
        another,
        async (name) => void pictures.set(name, await snapshot(app_.app, another.id, who)),
      );
      const fresh = await snapshot(app_.app, another.id, who);
      for (const [name, picture] of pictures) {
        expect({ ...(await broughtUpToDate(app_.app, picture, who)), seq: fresh.seq }, name).toEqual(fresh);
      }
      expect(new Set([...pictures.values()].map(({ seq }) => seq)).size).toBe(pictures.size);
    }
  });
});

describe("[FEED6] who hears what", () => {
  test("who has come and gone is for those who lead, also where others ask for it", async () => {
    const hall = await Hall.open(app_);
    const reader = await hall.world.addParticipant();
    await valueOf(hall.join({ name: "Hemmelig navn" }));
    const told = JSON.stringify(await changesSince(app_.app, hall.id, 0, takingPart(reader)));
    expect(told).not.toContain("Hemmelig navn");
    expect(JSON.stringify(await changesSince(app_.app, hall.id, 0, leading(hall)))).toContain(
      "Hemmelig navn",
    );
  });

  test("a code is for an open door", async () => {
    const hall = await Hall.open(app_, GatheringState.PREPARING);
    const open = await snapshot(app_.app, hall.id, leading(hall));
    expect(open.gathering.joinCode).toBe(hall.world.gathering.joinCode);
    await valueOf(hall.lead(changeState, { to: GatheringState.DRAFT }));
    expect(JSON.stringify(await changesSince(app_.app, hall.id, 0, leading(hall)))).not.toContain(
      hall.world.gathering.joinCode,
    );
  });

  test("a participant who is removed is shut out of the gathering and of all its boards", async () => {
    const hall = await Hall.open(app_);
    const [gone, stays] = [await hall.world.addParticipant(), await hall.world.addParticipant()];
    const { board } = await hall.world.addGroup(gone, stays);
    const presenters = presentersOf(participantExclusion);
    const listen = (streamId: string, who: Somebody): Promise<FeedIterator> =>
      app_.app.feed.subscribe({ streamId, cursor: null, viewer: async () => takingPart(who), presenters });
    const ears = await Promise.all([listen(hall.id, gone), listen(board.id, gone)]);
    const other = await listen(board.id, stays);
    const heard = ears.map((ear) => ear.next());
    await valueOf(remove(hall, gone.participant.id));
    expect(await Promise.all(heard)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    await other.return?.();
  });

  test("somebody who comes back is heard of again", async () => {
    const hall = await Hall.open(app_);
    const { actor, participant } = await hall.world.addParticipant();
    await valueOf(remove(hall, participant.id));
    expect(await changesSince(app_.app, hall.id, 0, takingPart({ actor, participant }))).toEqual([
      "excluded",
    ]);
    await valueOf(hall.join({}, actor.personId));
    expect(await changesSince(app_.app, hall.id, 0, takingPart({ actor, participant }))).not.toEqual([
      "excluded",
    ]);
  });
});
