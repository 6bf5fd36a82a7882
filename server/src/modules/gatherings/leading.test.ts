import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { GatheringNotOpen, Outdated } from "../../kernel/refusals.js";
import { ContributionKind, GatheringState, InputProblem } from "../../kernel/words.js";
import { startTestApp, type TestApp } from "../../testing/world.js";
import { NetworkRole } from "../networks/index.js";
import { callTogether } from "./commands/call-together.js";
import { goToItem } from "./commands/go-to-item.js";
import { project } from "./commands/project.js";
import { setClock } from "./commands/set-clock.js";
import { ClockAction } from "./countdown.js";
import { Phase, PlenaryView } from "./gathering.entity.js";
import { Writing } from "./programme-item.entity.js";
import { readOwnBoard, readProjected } from "./projection.reads.js";
import { Hall, refusalOf, valueOf } from "./testing/hall.js";

let app_: TestApp;
beforeAll(async () => {
  app_ = await startTestApp();
});
afterAll(() => app_.stop());

const { DRAFT } = GatheringState;

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
