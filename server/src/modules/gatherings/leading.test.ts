import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { GatheringNotOpen, InputRejected, Outdated, StageRefused } from "../../kernel/refusals.js";
import { ContributionKind, GatheringState, InputProblem } from "../../kernel/words.js";
import { startTestApp, type TestApp } from "../../testing/world.js";
import { NetworkRole } from "../networks/index.js";
import { callTogether } from "./commands/call-together.js";
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
import { Writing } from "./programme-item.entity.js";
import { readOwnBoard, readProjected } from "./projection.reads.js";
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

describe("calling everybody to a board", () => {
  const call = (hall: Hall, found: string | null, boardId: string | null, actor = hall.leader) =>
    callTogether(hall.commit, actor, { gatheringId: hall.id, found }, { clientMutationId: newId(), boardId });

  test("stands until it is called off, or the programme goes on", async () => {
    const hall = await Hall.open(app_);
    const { board } = await hall.world.addGroup();
    await valueOf(call(hall, board.id, board.id));
    const { summons } = await hall.gathering();
    expect(summons?.boardId).toBe(board.id);
    await valueOf(call(hall, board.id, board.id));
    expect((await hall.gathering()).summons?.id).not.toBe(summons?.id);
    await valueOf(call(hall, null, null));
    expect((await hall.gathering()).summons).toBeNull();
    await valueOf(call(hall, board.id, board.id));
    await valueOf(hall.lead(goToItem, { itemId: hall.items[1].id }));
    expect((await hall.gathering()).summons).toBeNull();
  });

  test("goes to boards of this gathering only, in one that can be led", async () => {
    const [hall, other] = [await Hall.open(app_), await Hall.open(app_)];
    const { board } = await other.world.addGroup();
    const found = await readOwnBoard(app_.app.pool, hall.id, board.id);
    expect(await refusalOf(call(hall, found, board.id))).toMatchObject({ field: "boardId" });
    expect(await readOwnBoard(app_.app.pool, other.id, board.id)).toBe(board.id);
    const draft = await Hall.open(app_, DRAFT);
    expect(await refusalOf(call(draft, null, null))).toEqual(new GatheringNotOpen(DRAFT));
  });

  test("is for those who lead", async () => {
    const hall = await Hall.open(app_);
    const { actor } = await hall.world.addParticipant();
    await expect(call(hall, null, null, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("going from item to item", () => {
  test("of two leaders who press Next at once, one goes on and the other is told", async () => {
    const hall = await Hall.open(app_);
    const [first, second] = hall.items;
    const other = await hall.world.addMember(NetworkRole.OWNER);
    const next = { itemId: second.id, fromItemId: first.id };
    const pressed = await Promise.all([hall.lead(goToItem, next), hall.lead(goToItem, next, other)]);
    expect(pressed.map(({ outcome }) => outcome.done).toSorted()).toEqual([false, true]);
    const late = pressed.find(({ outcome }) => !outcome.done)?.outcome;
    expect(late).toEqual({ done: false, refusal: new Outdated() });
    expect((await hall.gathering()).currentItemId).toBe(second.id);
  });

  test("a repeat of Next goes on once", async () => {
    const hall = await Hall.open(app_);
    const [first, second] = hall.items;
    const next = { clientMutationId: newId(), itemId: second.id, fromItemId: first.id };
    const answers = [await hall.lead(goToItem, next), await hall.lead(goToItem, next)];
    expect(answers[1]?.outcome).toEqual(answers[0]?.outcome);
    expect(answers[1]?.position).toEqual(answers[0]?.position);
  });

  test("stops the clock, begins the first phase and turns the projector", async () => {
    const hall = await Hall.open(app_);
    const [, , closing] = hall.items;
    await valueOf(hall.lead(setClock, { action: ClockAction.START, seconds: 60 }));
    await valueOf(hall.lead(goToItem, { itemId: closing.id }));
    const nothing = { boardId: null, contributionId: null, roundId: null };
    expect(await hall.gathering()).toMatchObject({
      currentItemId: closing.id,
      phase: Phase.PLENARY,
      clock: { state: "stopped" },
      projection: { view: PlenaryView.CLOSING, ...nothing },
    });
  });

  test.each([
    [null, Phase.INDIVIDUAL],
    [new Date(), Phase.GROUP],
  ])("silent writing, opened at %s, begins in the phase %s", async (openedAt, phase) => {
    const hall = await Hall.open(app_);
    const silent = await hall.world.addItem({ position: 4, writing: Writing.SILENT, openedAt });
    await valueOf(hall.lead(goToItem, { itemId: silent.id }));
    expect((await hall.gathering()).phase).toBe(phase);
  });

  test("an item of another gathering is refused", async () => {
    const [hall, other] = [await Hall.open(app_), await Hall.open(app_)];
    for (const itemId of [other.items[0].id, newId(), "nonsense"]) {
      const refusal = await refusalOf(hall.lead(goToItem, { itemId }));
      expect(refusal).toMatchObject({ field: "itemId", problem: InputProblem.UNKNOWN });
    }
  });
});

describe("the clock", () => {
  const clockOf = async (hall: Hall) => (await hall.gathering()).clock;

  test("takes the item's minutes where no length is given", async () => {
    const hall = await Hall.open(app_);
    await valueOf(hall.lead(setClock, { action: ClockAction.START }));
    await valueOf(hall.lead(setClock, { action: ClockAction.PAUSE }));
    expect(await clockOf(hall)).toEqual({ state: "paused", remainingSeconds: 30 * 60 });
  });

  test("an action that does not fit is answered Outdated", async () => {
    const hall = await Hall.open(app_);
    expect(await refusalOf(hall.lead(setClock, { action: ClockAction.STOP }))).toBeInstanceOf(Outdated);
    expect(await clockOf(hall)).toEqual({ state: "stopped" });
  });

  test.each([
    [ClockAction.START, 0, InputProblem.OUT_OF_RANGE],
    [ClockAction.START, 36_001, InputProblem.OUT_OF_RANGE],
    [ClockAction.START, -1, InputProblem.OUT_OF_RANGE],
    [ClockAction.EXTEND, null, InputProblem.EMPTY],
    [ClockAction.STOP, 10, InputProblem.NOT_ALLOWED],
  ])("%s with %s seconds is %s", async (action, seconds, problem) => {
    const hall = await Hall.open(app_);
    expect(await refusalOf(hall.lead(setClock, { action, seconds }))).toMatchObject({
      field: "seconds",
      problem,
    });
  });

  test("is not extended past the longest", async () => {
    const hall = await Hall.open(app_);
    await valueOf(hall.lead(setClock, { action: ClockAction.START, seconds: 36_000 }));
    const refusal = await refusalOf(hall.lead(setClock, { action: ClockAction.EXTEND, seconds: 120 }));
    expect(refusal).toMatchObject({ field: "seconds", problem: InputProblem.OUT_OF_RANGE });
  });
});

describe("the projector", () => {
  const show = async (
    hall: Hall,
    input: { view: PlenaryView; contributionId?: string; roundId?: string },
  ) => {
    const found = await readProjected(app_.app.pool, hall.id, input);
    return project(
      hall.commit,
      hall.leader,
      { gatheringId: hall.id, ...found },
      { clientMutationId: newId(), ...input },
    );
  };
  /** A card on a board of the hall, put straight into the database. */
  const cardAt = async (hall: Hall, changes: { silent?: boolean; hiddenReason?: string } = {}) => {
    const writer = await hall.world.addParticipant();
    const { board } = await hall.world.addGroup(writer);
    const id = newId();
    await app_.app.pool.query(
      `INSERT INTO contribution (id, board_id, gathering_id, item_id, kind, content, participant_id, unit_id, anonymous,
         silent, hidden_reason, created_at, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, false, $9, $10, now(), 1)`,
      [
        id,
        board.id,
        hall.id,
        hall.items[0].id,
        ContributionKind.IDEA,
        JSON.stringify({ kind: ContributionKind.IDEA, body: "Prøv" }),
        writer.participant.id,
        writer.participant.unitId,
        changes.silent ?? false,
        changes.hiddenReason ?? null,
      ],
    );
    return { id, boardId: board.id };
  };

  test("shows an open card with its board", async () => {
    const hall = await Hall.open(app_);
    const card = await cardAt(hall);
    await valueOf(show(hall, { view: PlenaryView.SPOTLIGHT, contributionId: card.id }));
    expect((await hall.gathering()).projection).toEqual({
      view: PlenaryView.SPOTLIGHT,
      boardId: card.boardId,
      contributionId: card.id,
      roundId: null,
    });
  });

  test.each([
    ["a silent card", { silent: true }],
    ["a hidden card", { hiddenReason: "Navn på et barn" }],
  ])("does not show %s", async (_what, changes) => {
    const hall = await Hall.open(app_);
    const { id } = await cardAt(hall, changes);
    const refusal = await refusalOf(show(hall, { view: PlenaryView.SPOTLIGHT, contributionId: id }));
    expect(refusal).toMatchObject({ field: "contributionId", problem: InputProblem.UNKNOWN });
  });

  test("does not show another gathering's card, or what does not belong to the view", async () => {
    const [hall, other] = [await Hall.open(app_), await Hall.open(app_)];
    const { id } = await cardAt(other);
    const asked = [
      [{ view: PlenaryView.SPOTLIGHT, contributionId: id }, "contributionId", InputProblem.UNKNOWN],
      [{ view: PlenaryView.SPOTLIGHT }, "contributionId", InputProblem.EMPTY],
      [{ view: PlenaryView.TILES, contributionId: id }, "contributionId", InputProblem.NOT_ALLOWED],
      [{ view: PlenaryView.REVEAL, roundId: newId() }, "roundId", InputProblem.UNKNOWN],
      [{ view: PlenaryView.IDEAS, roundId: newId() }, "roundId", InputProblem.NOT_ALLOWED],
    ] as const;
    for (const [input, field, problem] of asked)
      expect(await refusalOf(show(hall, input))).toMatchObject({ field, problem });
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
    expect(await refusalOf(hall.lead(setPhase, { phase: Phase.PLENARY }))).toEqual(closed);
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
      [setPhase, { phase: Phase.PLENARY }],
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
          hall.lead(verb as typeof setPhase, input as { phase: Phase }, actor),
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
    await expect(hall.lead(setPhase, { phase: Phase.GROUP }, actor)).rejects.toMatchObject({
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
