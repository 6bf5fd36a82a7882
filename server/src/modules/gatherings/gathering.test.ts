import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { GatheringNotOpen, InputRejected, StageRefused } from "../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../kernel/words.js";
import { startTestApp, type TestApp } from "../../testing/world.js";
import { NetworkRole } from "../networks/index.js";
import { changeState } from "./commands/change-state.js";
import { editParticipant, type EditParticipant } from "./commands/edit-participant.js";
import { editGathering } from "./commands/edit-gathering.js";
import { goToItem } from "./commands/go-to-item.js";
import { project } from "./commands/project.js";
import { removeParticipant } from "./commands/remove-participant.js";
import { renewJoinCode } from "./commands/renew-join-code.js";
import { setClock } from "./commands/set-clock.js";
import { setPhase } from "./commands/set-phase.js";
import { ClockAction } from "./countdown.js";
import { Phase, PlenaryView } from "./gathering.entity.js";
import { Participant } from "./participant.entity.js";
import { gatheringStages } from "./gathering.stages.js";
import { Hall, refusalOf, valueOf } from "./testing/hall.js";

let app_: TestApp;
beforeAll(async () => {
  app_ = await startTestApp();
});
afterAll(() => app_.stop());

const { DRAFT, PREPARING, LIVE, FOLLOW_UP, ARCHIVED } = GatheringState;

describe("helping somebody at the door", () => {
  const edit = (
    hall: Hall,
    participantId: string,
    changes: Partial<EditParticipant> = {},
    actor = hall.leader,
  ) =>
    editParticipant(
      hall.commit,
      actor,
      { gatheringId: hall.id, attendance: app_.app.attendance },
      {
        clientMutationId: newId(),
        participantId,
        name: "Berit",
        unitId: hall.world.units[1]?.id ?? "",
        people: 2,
        ...changes,
      },
    );

  test("gives another name, unit and number, and counts anew", async () => {
    const hall = await Hall.open(app_);
    const { participantId } = await valueOf(hall.join());
    await valueOf(edit(hall, participantId));
    const now = await app_.app.source.manager.findOneByOrFail(Participant, { id: participantId });
    expect(now).toMatchObject({ name: "Berit", people: 2, unitId: hall.world.units[1]?.id });
    expect(await hall.gathering()).toMatchObject({ devices: 1, people: 2, unitsPresent: 1 });
  });

  test("refuses what the door would refuse, and whoever does not lead", async () => {
    const hall = await Hall.open(app_);
    const { participantId } = await valueOf(hall.join());
    expect(await refusalOf(edit(hall, participantId, { name: " " }))).toMatchObject({ field: "name" });
    expect(await refusalOf(edit(hall, participantId, { people: 0 }))).toMatchObject({ field: "people" });
    expect(await refusalOf(edit(hall, participantId, { unitId: newId() }))).toMatchObject({
      field: "unitId",
    });
    await expect(edit(hall, newId())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { actor } = await hall.world.addParticipant();
    await expect(edit(hall, participantId, {}, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the stages of a gathering", () => {
  const states = Object.values(GatheringState);
  const steps = [
    [DRAFT, PREPARING],
    [PREPARING, LIVE],
    [PREPARING, DRAFT],
    [LIVE, FOLLOW_UP],
    [FOLLOW_UP, ARCHIVED],
    [FOLLOW_UP, LIVE],
  ];

  test("are those, and no others", () => {
    const open = states.flatMap((from) =>
      states.filter((to) => gatheringStages.mayFollow(from, to)).map((to) => [from, to]),
    );
    expect(open.toSorted()).toEqual(steps.toSorted());
  });

  test("are gone through one by one; a leap is refused with where it was to go", async () => {
    const hall = await Hall.open(app_, DRAFT);
    expect(await refusalOf(hall.lead(changeState, { to: LIVE }))).toEqual(new StageRefused(DRAFT, LIVE));
    for (const to of [PREPARING, LIVE, FOLLOW_UP, LIVE, FOLLOW_UP, ARCHIVED])
      await valueOf(hall.lead(changeState, { to }));
    expect(await refusalOf(hall.lead(changeState, { to: LIVE }))).toEqual(new StageRefused(ARCHIVED, LIVE));
  });

  test("the clock stops with the gathering", async () => {
    const hall = await Hall.open(app_);
    await valueOf(hall.lead(setClock, { action: ClockAction.START, seconds: 600 }));
    await valueOf(hall.lead(changeState, { to: FOLLOW_UP }));
    expect((await hall.gathering()).clock).toEqual({ state: "stopped" });
  });

  test.each([DRAFT, ARCHIVED])("in %s nothing is led", async (state) => {
    const hall = await Hall.open(app_, state);
    const closed = new GatheringNotOpen(state);
    const shown = { gatheringId: hall.id, boardId: null, roundId: null };
    expect(await refusalOf(hall.lead(goToItem, { itemId: hall.items[1].id }))).toEqual(closed);
    expect(await refusalOf(hall.lead(setPhase(null), { phase: Phase.PLENARY }))).toEqual(closed);
    expect(await refusalOf(hall.lead(setClock, { action: ClockAction.START }))).toEqual(closed);
    const black = { clientMutationId: newId(), view: PlenaryView.BLACK };
    expect(await refusalOf(project(hall.commit, hall.leader, shown, black))).toEqual(closed);
  });
});

describe("the gathering itself", () => {
  test("keeps what is left out, and loses a place that is emptied", async () => {
    const hall = await Hall.open(app_);
    await valueOf(hall.lead(editGathering, { title: " Vårsamling ", place: "Kulturhuset" }));
    await valueOf(hall.lead(editGathering, { startsAt: new Date("2027-03-01T08:00:00Z") }));
    expect(await hall.gathering()).toMatchObject({
      title: "Vårsamling",
      place: "Kulturhuset",
      startsAt: new Date("2027-03-01T08:00:00Z"),
    });
    await valueOf(hall.lead(editGathering, { place: " " }));
    expect((await hall.gathering()).place).toBeNull();
  });

  test.each([
    [{ title: " " }, "title", InputProblem.EMPTY],
    [{ title: "x".repeat(121) }, "title", InputProblem.TOO_LONG],
    [{ place: "x".repeat(121) }, "place", InputProblem.TOO_LONG],
  ])("is not called %j", async (input, field, problem) => {
    const hall = await Hall.open(app_);
    const refusal = await refusalOf(hall.lead(editGathering, input));
    expect(refusal).toBeInstanceOf(InputRejected);
    expect(refusal).toMatchObject({ field, problem });
  });

  test("gets another code, and the old one opens nothing", async () => {
    const hall = await Hall.open(app_);
    await valueOf(hall.lead(renewJoinCode, {}));
    const { joinCode } = await hall.gathering();
    expect(joinCode).not.toBe(hall.world.gathering.joinCode);
    expect((await hall.join()).outcome.done).toBe(false);
    expect((await hall.join({ code: joinCode })).outcome.done).toBe(true);
  });

  test("is not changed once it is archived", async () => {
    const hall = await Hall.open(app_, ARCHIVED);
    expect(await refusalOf(hall.lead(editGathering, { title: "Ny" }))).toEqual(
      new GatheringNotOpen(ARCHIVED),
    );
    expect(await refusalOf(hall.lead(renewJoinCode, {}))).toEqual(new GatheringNotOpen(ARCHIVED));
  });
});

describe("who leads", () => {
  const asEverybody = async (hall: Hall) => ({
    member: await hall.world.addMember(NetworkRole.MEMBER),
    participant: (await hall.world.addParticipant()).actor,
    stranger: await hall.world.addPerson(),
  });
  const codes = { member: "FORBIDDEN", participant: "FORBIDDEN", stranger: "NOT_FOUND" } as const;

  test("is an owner or a leader of the network, in every verb", async () => {
    const hall = await Hall.open(app_);
    const everybody = await asEverybody(hall);
    const someone = await hall.world.addParticipant();
    const remove = (
      commit: TestApp["app"]["commit"],
      actor: typeof hall.leader,
      gatheringId: string,
      input: { clientMutationId: string },
    ) =>
      removeParticipant(
        commit,
        actor,
        { gatheringId, attendance: [] },
        { ...input, participantId: someone.participant.id },
      );
    const verbs = [
      [goToItem, { itemId: hall.items[1].id }],
      [setPhase(null), { phase: Phase.PLENARY }],
      [setClock, { action: ClockAction.START }],
      [changeState, { to: FOLLOW_UP }],
      [editGathering, { title: "Min" }],
      [renewJoinCode, {}],
      [remove, {}],
    ] as const;
    const before = await hall.gathering();
    for (const [who, code] of Object.entries(codes)) {
      const actor = everybody[who as keyof typeof codes];
      for (const [verb, input] of verbs) {
        await expect(
          hall.lead(verb as ReturnType<typeof setPhase>, input as { phase: Phase }, actor),
          `${who} ${verb.name}`,
        ).rejects.toMatchObject({ code });
      }
    }
    expect(await hall.gathering()).toMatchObject({
      state: before.state,
      joinCode: before.joinCode,
      title: before.title,
    });
  });

  test("somebody who was removed is a stranger", async () => {
    const hall = await Hall.open(app_);
    const { actor, participant } = await hall.world.addParticipant();
    const place = { gatheringId: hall.id, attendance: [] };
    await valueOf(
      removeParticipant(hall.commit, hall.leader, place, {
        clientMutationId: newId(),
        participantId: participant.id,
      }),
    );
    await expect(hall.lead(setPhase(null), { phase: Phase.GROUP }, actor)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("removes nobody from another gathering", async () => {
    const [hall, other] = [await Hall.open(app_), await Hall.open(app_)];
    const { participant } = await other.world.addParticipant();
    const place = { gatheringId: hall.id, attendance: [] };
    const removing = removeParticipant(hall.commit, hall.leader, place, {
      clientMutationId: newId(),
      participantId: participant.id,
    });
    await expect(removing).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
