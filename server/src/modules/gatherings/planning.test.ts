import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { InputRejected } from "../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../kernel/words.js";
import { startTestApp, type TestApp } from "../../testing/world.js";
import { addItem } from "./commands/add-item.js";
import { createGathering } from "./commands/create-gathering.js";
import { editGathering } from "./commands/edit-gathering.js";
import { rescaleProgramme } from "./commands/rescale-programme.js";
import { Gathering } from "./gathering.entity.js";
import { readProgramme } from "./programme.reads.js";
import { Hall, itemFields, refusalOf, valueOf } from "./testing/hall.js";

let app_: TestApp;
beforeAll(async () => {
  app_ = await startTestApp();
});
afterAll(() => app_.stop());

const titles = async (gatheringId: string): Promise<string[]> =>
  (await readProgramme(app_.app.pool, gatheringId)).map(({ position, title }) => `${position} ${title}`);

describe("a new gathering", () => {
  const plan = (hall: Hall, changes: object = {}) =>
    createGathering(hall.commit, hall.leader, {
      clientMutationId: newId(),
      networkId: hall.world.network.id,
      title: "Vårsamling",
      startsAt: new Date("2027-03-01T08:00:00Z"),
      ...changes,
    });

  test("is a draft with a programme, a code and a stream of its own", async () => {
    const hall = await Hall.open(app_);
    const { gatheringId } = await valueOf(plan(hall));
    const gathering = await app_.app.source.manager.findOneByOrFail(Gathering, { id: gatheringId });
    expect(gathering).toMatchObject({ state: GatheringState.DRAFT, title: "Vårsamling", devices: 0 });
    expect(gathering.joinCode).toMatch(/^[A-HJ-KM-NP-Z2-9]{6}$/);
    expect(await titles(gatheringId)).toEqual([
      "1 Velkommen",
      "2 Praksiseksempler",
      "3 Utveksling på tvers",
      "4 Ideer",
      "5 Avstemning",
      "6 Tid til å tenke",
      "7 Ta med hjem",
    ]);
    const { rows } = await app_.app.pool.query("SELECT scope_id, head FROM stream WHERE id = $1", [
      gatheringId,
    ]);
    expect(rows).toEqual([{ scope_id: gatheringId, head: "1" }]);
  });

  test("is made once, also when it is asked for twice", async () => {
    const hall = await Hall.open(app_);
    const clientMutationId = newId();
    const both = [
      await valueOf(plan(hall, { clientMutationId })),
      await valueOf(plan(hall, { clientMutationId })),
    ];
    expect(both[1]).toEqual(both[0]);
  });

  test("has a name, and is planned by those who lead", async () => {
    const hall = await Hall.open(app_);
    expect(await refusalOf(plan(hall, { title: "" }))).toMatchObject({
      field: "title",
      problem: InputProblem.EMPTY,
    });
    expect(await refusalOf(plan(hall, { place: "x".repeat(121) }))).toMatchObject({
      field: "place",
      problem: InputProblem.TOO_LONG,
    });
    const { actor } = await hall.world.addParticipant();
    const input = {
      clientMutationId: newId(),
      networkId: hall.world.network.id,
      title: "Min",
      startsAt: new Date(),
    };
    await expect(createGathering(hall.commit, actor, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the minutes that there are", () => {
  const lengths = async (hall: Hall): Promise<number[]> =>
    (await readProgramme(app_.app.pool, hall.id)).map(({ minutes }) => minutes);
  const rescale = (hall: Hall, minutes: number) => hall.lead(rescaleProgramme, { minutes });
  const setCurrent = (hall: Hall, itemId: string | null) =>
    hall.world.alter(Gathering, hall.world.gathering, { currentItemId: itemId });

  test("are shared out anew, phases with them; what is done at home keeps its length", async () => {
    const hall = await Hall.open(app_);
    await setCurrent(hall, null);
    const phases = { individual: 10, group: 20, plenary: 30 };
    const [at, home] = [itemFields({ minutes: 60, phases }), itemFields({ minutes: 45, atHome: true })];
    await valueOf(hall.lead(addItem, { item: at, afterItemId: null }));
    await valueOf(hall.lead(addItem, { item: home, afterItemId: null }));
    const [, , ...others] = await lengths(hall);
    await valueOf(rescale(hall, 30 + others.reduce((sum, each) => sum + each, 0)));
    const [first, second, ...rest] = await readProgramme(app_.app.pool, hall.id);
    expect(first?.minutes).toBe(45);
    const together = [second, ...rest].reduce((sum, item) => sum + (item?.minutes ?? 0), 0);
    expect(together).toBe(30 + others.reduce((sum, each) => sum + each, 0));
    const { individual = 0, group = 0, plenary = 0 } = second?.phases ?? {};
    expect(individual + group + plenary).toBe(second?.minutes);
  });

  test("are those that are left while an item is on", async () => {
    const hall = await Hall.open(app_);
    const [first] = hall.items;
    const before = await lengths(hall);
    await setCurrent(hall, first.id);
    await valueOf(rescale(hall, 20));
    const [kept, ...rest] = await lengths(hall);
    expect(kept).toBe(before[0]);
    expect(rest.reduce((sum, each) => sum + each, 0)).toBe(20);
  });

  test("are refused where they are too few or too many, or where nothing is left to be timed", async () => {
    const hall = await Hall.open(app_);
    await setCurrent(hall, null);
    expect(await refusalOf(rescale(hall, 2))).toMatchObject({
      problem: InputProblem.OUT_OF_RANGE,
      limit: 15,
    });
    expect(await refusalOf(rescale(hall, 1201))).toMatchObject({ problem: InputProblem.OUT_OF_RANGE });
    await setCurrent(hall, hall.items[2].id);
    expect(await refusalOf(rescale(hall, 60))).toEqual(
      new InputRejected("minutes", InputProblem.NOT_ALLOWED),
    );
  });
});

test("items with a time of their own keep their distance to the beginning when the gathering is moved", async () => {
  const hall = await Hall.open(app_);
  const dueAt = new Date(hall.world.gathering.startsAt.getTime() - 3_600_000);
  await valueOf(hall.lead(addItem, { item: itemFields({ atHome: true, dueAt }), afterItemId: null }));
  const startsAt = new Date("2028-01-20T08:00:00Z");
  await valueOf(hall.lead(editGathering, { startsAt }));
  const [first] = await readProgramme(app_.app.pool, hall.id);
  expect(first?.dueAt).toEqual(new Date("2028-01-20T07:00:00Z"));
});
