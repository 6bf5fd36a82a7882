import { limits } from "@ordskifte/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { GatheringNotOpen, InputRejected } from "../../kernel/refusals.js";
import { ContributionKind, GatheringState, InputProblem } from "../../kernel/words.js";
import { startTestApp, type TestApp } from "../../testing/world.js";
import { addItem } from "./commands/add-item.js";
import { editItem } from "./commands/edit-item.js";
import type { HasCards } from "./commands/item-verb.js";
import { moveItem } from "./commands/move-item.js";
import { removeItem } from "./commands/remove-item.js";
import { Naming, VotePer, Writing } from "./programme-item.entity.js";
import { readProgramme } from "./programme.reads.js";
import { hasCards } from "./projection.reads.js";
import { Hall, itemFields, refusalOf, valueOf } from "./testing/hall.js";

let app_: TestApp;
beforeAll(async () => {
  app_ = await startTestApp();
});
afterAll(() => app_.stop());

const asked: HasCards = (itemId) => hasCards(app_.app.source, itemId);
const titles = async (gatheringId: string): Promise<string[]> =>
  (await readProgramme(app_.app.pool, gatheringId)).map(({ position, title }) => `${position} ${title}`);

const withCard = async (hall: Hall): Promise<void> => {
  const { participant } = await hall.world.addParticipant();
  const { board } = await hall.world.addGroup();
  await app_.app.pool.query(
    `INSERT INTO contribution (id, board_id, gathering_id, item_id, kind, content, participant_id, unit_id, anonymous, silent, created_at, revision)
     VALUES ($1, $2, $3, $4, 'idea', '{"kind":"idea","body":"Prøv"}', $5, $6, false, false, now(), 1)`,
    [newId(), board.id, hall.id, hall.items[0].id, participant.id, participant.unitId],
  );
};

describe("the order of the programme", () => {
  test("has no gaps, wherever an item is added", async () => {
    const hall = await Hall.open(app_);
    const add = (title: string, afterItemId: string | null) =>
      hall.lead(addItem, { item: itemFields({ title }), afterItemId });
    await valueOf(add("Først", null));
    await valueOf(add("Midt", hall.items[0].id));
    await valueOf(add("Sist", hall.items[2].id));
    expect(await titles(hall.id)).toEqual([
      "1 Først",
      "2 Utveksling",
      "3 Midt",
      "4 Ideer",
      "5 Avslutning",
      "6 Sist",
    ]);
  });

  test("changes as items are moved, first, between and last", async () => {
    const hall = await Hall.open(app_);
    const [first, second, third] = hall.items;
    await valueOf(hall.lead(moveItem, { itemId: third.id, afterItemId: null }));
    expect(await titles(hall.id)).toEqual(["1 Avslutning", "2 Utveksling", "3 Ideer"]);
    await valueOf(hall.lead(moveItem, { itemId: third.id, afterItemId: first.id }));
    expect(await titles(hall.id)).toEqual(["1 Utveksling", "2 Avslutning", "3 Ideer"]);
    await valueOf(hall.lead(moveItem, { itemId: first.id, afterItemId: second.id }));
    expect(await titles(hall.id)).toEqual(["1 Avslutning", "2 Ideer", "3 Utveksling"]);
  });

  test("two who add at once both find room", async () => {
    const hall = await Hall.open(app_);
    await Promise.all(
      ["A", "B", "C"].map((title) =>
        valueOf(hall.lead(addItem, { item: itemFields({ title }), afterItemId: null })),
      ),
    );
    const positions = (await readProgramme(app_.app.pool, hall.id)).map(({ position }) => position);
    expect(positions).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("an item is not placed after itself, or after what is not there", async () => {
    const hall = await Hall.open(app_);
    const [{ id }] = hall.items;
    const place = (afterItemId: string) => refusalOf(hall.lead(moveItem, { itemId: id, afterItemId }));
    expect(await place(id)).toEqual(new InputRejected("afterItemId", InputProblem.NOT_ALLOWED));
    expect(await place(newId())).toEqual(new InputRejected("afterItemId", InputProblem.UNKNOWN));
    const adding = hall.lead(addItem, { item: itemFields(), afterItemId: newId() });
    expect(await refusalOf(adding)).toEqual(new InputRejected("afterItemId", InputProblem.UNKNOWN));
  });
});

describe("what is said of an item", () => {
  test.each([
    [{ title: " " }, "item.title", InputProblem.EMPTY],
    [{ title: "x".repeat(81) }, "item.title", InputProblem.TOO_LONG],
    [{ instruction: "x".repeat(1001) }, "item.instruction", InputProblem.TOO_LONG],
    [{ minutes: 0 }, "item.minutes", InputProblem.OUT_OF_RANGE],
    [{ minutes: 601 }, "item.minutes", InputProblem.OUT_OF_RANGE],
    [{ phases: { individual: 5, group: 5, plenary: 4 } }, "item.phases", InputProblem.OUT_OF_RANGE],
    [{ phases: { individual: -5, group: 20, plenary: 0 } }, "item.phases", InputProblem.OUT_OF_RANGE],
    [{ dueAt: new Date() }, "item.dueAt", InputProblem.NOT_ALLOWED],
    [{ startsAt: new Date(), atHome: true }, "item.startsAt", InputProblem.NOT_ALLOWED],
    [
      { vote: { budget: 21, maxPerIdea: 1, per: VotePer.UNIT } },
      "item.vote.budget",
      InputProblem.OUT_OF_RANGE,
    ],
    [
      { vote: { budget: 3, maxPerIdea: 4, per: VotePer.PERSON } },
      "item.vote.maxPerIdea",
      InputProblem.OUT_OF_RANGE,
    ],
  ])("%j is refused, new and changed", async (changes, field, problem) => {
    const hall = await Hall.open(app_);
    const item = itemFields(changes);
    for (const refusal of [
      await refusalOf(hall.lead(addItem, { item, afterItemId: null })),
      await refusalOf(hall.lead(editItem(asked), { item, itemId: hall.items[0].id })),
    ]) {
      expect(refusal).toMatchObject({ field, problem });
    }
  });

  test("everything that can be said of it is kept", async () => {
    const hall = await Hall.open(app_);
    const item = itemFields({
      critique: false,
      phases: { individual: 5, group: 10, plenary: 0 },
      vote: { budget: 5, maxPerIdea: 1, per: VotePer.UNIT },
      startsAt: new Date("2027-03-12T08:00:00Z"),
    });
    await valueOf(hall.lead(editItem(asked), { item, itemId: hall.items[0].id }));
    const task = itemFields({ title: "Hjemme", atHome: true, dueAt: new Date("2027-03-10T08:00:00Z") });
    await valueOf(hall.lead(addItem, { item: task, afterItemId: null }));
    const [first, second] = await readProgramme(app_.app.pool, hall.id);
    expect([first, second]).toMatchObject([task, item]);
  });

  test("a kind that is invited twice is invited once", async () => {
    const hall = await Hall.open(app_);
    const invites = [ContributionKind.IDEA, ContributionKind.ANSWER, ContributionKind.IDEA];
    const { itemId } = await valueOf(
      hall.lead(addItem, { item: itemFields({ invites }), afterItemId: null }),
    );
    const added = (await readProgramme(app_.app.pool, hall.id)).find(({ id }) => id === itemId);
    expect(added?.invites).toEqual([ContributionKind.IDEA, ContributionKind.ANSWER]);
  });

  test("there is an end to a programme", async () => {
    const hall = await Hall.open(app_);
    for (let n = hall.items.length; n < limits.programmeItems; n++) {
      await valueOf(hall.lead(addItem, { item: itemFields(), afterItemId: null }));
    }
    const refusal = await refusalOf(hall.lead(addItem, { item: itemFields(), afterItemId: null }));
    expect(refusal).toEqual(new InputRejected("item", InputProblem.TOO_MANY, limits.programmeItems));
  });

  test.each([
    ["item.writing", { writing: Writing.SILENT }],
    ["item.naming", { naming: Naming.ANONYMOUS }],
  ])("%s is free until somebody has written, and fixed from then on", async (field, promise) => {
    const hall = await Hall.open(app_);
    const edit = (changes: object) =>
      hall.lead(editItem(asked), { itemId: hall.items[0].id, item: itemFields(changes) });
    await valueOf(edit(promise));
    await valueOf(edit({}));
    await withCard(hall);
    expect(await refusalOf(edit(promise))).toEqual(new InputRejected(field, InputProblem.NOT_ALLOWED));
    await valueOf(edit({ title: "Lang pause", minutes: 20 }));
    expect(await titles(hall.id)).toContain("1 Lang pause");
  });

  test("what was opened stays so, also where nobody had written", async () => {
    const hall = await Hall.open(app_);
    const opened = await hall.world.addItem({ position: 4, writing: Writing.SILENT, openedAt: new Date() });
    const editing = hall.lead(editItem(asked), {
      itemId: opened.id,
      item: itemFields({ writing: Writing.OPEN }),
    });
    expect(await refusalOf(editing)).toEqual(new InputRejected("item.writing", InputProblem.NOT_ALLOWED));
  });
});

describe("removing an item", () => {
  test("that is on begins the next, and the last of them none", async () => {
    const hall = await Hall.open(app_);
    const [first, second, third] = hall.items;
    const after: (string | null)[] = [];
    for (const { id: itemId } of [first, second, third]) {
      await valueOf(hall.lead(removeItem(asked), { itemId }));
      after.push((await hall.gathering()).currentItemId);
    }
    expect(after).toEqual([second.id, third.id, null]);
    expect(await titles(hall.id)).toEqual([]);
  });

  test("that is not on leaves the current one, and no gap", async () => {
    const hall = await Hall.open(app_);
    await valueOf(hall.lead(removeItem(asked), { itemId: hall.items[1].id }));
    expect(await titles(hall.id)).toEqual(["1 Utveksling", "2 Avslutning"]);
    expect((await hall.gathering()).currentItemId).toBe(hall.items[0].id);
  });

  test("that somebody has written in is refused", async () => {
    const hall = await Hall.open(app_);
    await withCard(hall);
    const removing = hall.lead(removeItem(asked), { itemId: hall.items[0].id });
    expect(await refusalOf(removing)).toEqual(new InputRejected("itemId", InputProblem.NOT_ALLOWED));
  });

  test("of another gathering is not found; of an archived one it is too late", async () => {
    const [hall, other] = [await Hall.open(app_), await Hall.open(app_, GatheringState.ARCHIVED)];
    const foreign = hall.lead(removeItem(asked), { itemId: other.items[0].id });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    const late = other.lead(removeItem(asked), { itemId: other.items[0].id });
    expect(await refusalOf(late)).toEqual(new GatheringNotOpen(GatheringState.ARCHIVED));
  });
});
