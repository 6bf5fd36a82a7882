import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CodedError } from "../../kernel/errors.js";
import { newId } from "../../kernel/ids.js";
import { CodeUnknown, GatheringNotOpen, InputRejected } from "../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../kernel/words.js";
import { startTestApp, type TestApp } from "../../testing/world.js";
import { Unit, UnitKind } from "../networks/index.js";
import { join } from "./commands/join.js";
import { removeParticipant } from "./commands/remove-participant.js";
import { streamsOfUnits } from "./entrance.js";
import { newJoinCode, readJoinCode } from "./join-code.js";
import { Participant } from "./participant.entity.js";
import { Profession } from "./profession.js";
import { Hall, refusalOf, valueOf } from "./testing/hall.js";

let app_: TestApp;
beforeAll(async () => {
  app_ = await startTestApp();
});
afterAll(() => app_.stop());

const counts = async (hall: Hall): Promise<readonly number[]> => {
  const { devices, people, unitsPresent } = await hall.gathering();
  return [devices, people, unitsPresent];
};

const removed = async (hall: Hall, participantId: string): Promise<void> => {
  const place = { gatheringId: hall.id, attendance: app_.app.attendance };
  await valueOf(
    removeParticipant(hall.commit, hall.leader, place, { clientMutationId: newId(), participantId }),
  );
};

const newUnit = { name: "Tindvær SFO", municipality: "Tindvær", kind: UnitKind.AFTER_SCHOOL };

describe("join codes", () => {
  test("are six letters that are not mistaken for each other", () => {
    for (let i = 0; i < 200; i++) expect(newJoinCode()).toMatch(/^[A-HJ-KM-NP-Z2-9]{6}$/);
  });

  test.each([
    ["abc 234", "ABC234"],
    [" A B C 2 3 4 ", "ABC234"],
    ["ABC23", null],
    ["ABC2345", null],
    ["ABC0O1", null],
    ["<script>", null],
    ["", null],
  ])("%j is read as %j", (typed, read) => {
    expect(readJoinCode(typed)).toBe(read);
  });
});

describe("joining", () => {
  test("makes a guest a participant, under their name and unit", async () => {
    const hall = await Hall.open(app_);
    const { participantId, personId } = await valueOf(hall.join({ name: "  Bo  ", people: 4 }));
    const row = await app_.app.source.manager.findOneByOrFail(Participant, { id: participantId });
    expect(row).toMatchObject({
      name: "Bo",
      people: 4,
      personId,
      unitId: hall.world.units[0]?.id,
      removedAt: null,
    });
    expect(await counts(hall)).toEqual([1, 4, 1]);
  });

  test("a repeat is the same person, and counts once", async () => {
    const hall = await Hall.open(app_);
    const input = hall.joinInput();
    const first = await valueOf(join(hall.commit, hall.entrance(), input));
    const again = await valueOf(join(hall.commit, hall.entrance(), input));
    expect(again).toEqual(first);
    expect(await counts(hall)).toEqual([1, 1, 1]);
  });

  test("the same mutation id with another name is a mistake", async () => {
    const hall = await Hall.open(app_);
    const input = hall.joinInput();
    await valueOf(join(hall.commit, hall.entrance(), input));
    await expect(join(hall.commit, hall.entrance(), { ...input, name: "Bo" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("many at once are all let in and all counted", async () => {
    const hall = await Hall.open(app_);
    const everybody = Array.from({ length: 60 }, (_, i) =>
      hall.join({ people: 2, unitId: hall.world.units[i % 3]?.id }),
    );
    const joined = await Promise.all(everybody.map((joining) => valueOf(joining)));
    expect(new Set(joined.map(({ personId }) => personId)).size).toBe(60);
    expect(await counts(hall)).toEqual([60, 120, 3]);
  });

  test("whoever comes again is the same participant, under another name, unit and number", async () => {
    const hall = await Hall.open(app_);
    const { participantId, personId } = await valueOf(
      hall.join({ people: 3, profession: Profession.TEACHER }),
    );
    const again = await valueOf(
      hall.join({ name: "Anna og Bo", people: 2, unitId: hall.world.units[1]?.id }, personId),
    );
    expect(again).toEqual({ gatheringId: hall.id, participantId, personId });
    expect(await app_.app.source.manager.findOneByOrFail(Participant, { id: participantId })).toMatchObject({
      name: "Anna og Bo",
      people: 2,
      profession: Profession.TEACHER,
    });
    expect(await counts(hall)).toEqual([1, 2, 1]);
  });

  test("a member who is signed in joins as themselves", async () => {
    const hall = await Hall.open(app_);
    expect((await valueOf(hall.join({}, hall.leader.personId))).personId).toBe(hall.leader.personId);
  });

  test("a removed participant leaves the count, and is counted again when they come back", async () => {
    const hall = await Hall.open(app_);
    await valueOf(hall.join({ unitId: hall.world.units[1]?.id }));
    const { participantId, personId } = await valueOf(hall.join({ people: 5 }));
    await removed(hall, participantId);
    await removed(hall, participantId);
    expect(await counts(hall)).toEqual([1, 1, 1]);
    expect((await valueOf(hall.join({ people: 5 }, personId))).participantId).toBe(participantId);
    expect(await counts(hall)).toEqual([2, 6, 2]);
  });

  test.each([
    ["an empty name", { name: " \u200e\t" }, "name", InputProblem.EMPTY],
    ["a name that is too long", { name: "å".repeat(61) }, "name", InputProblem.TOO_LONG],
    ["nobody", { people: 0 }, "people", InputProblem.OUT_OF_RANGE],
    ["more than a table", { people: 41 }, "people", InputProblem.OUT_OF_RANGE],
    ["no unit", { unitId: null }, "unitId", InputProblem.EMPTY],
    ["a unit that is not there", { unitId: newId() }, "unitId", InputProblem.UNKNOWN],
    ["a unit that is no id", { unitId: "' OR 1=1" }, "unitId", InputProblem.UNKNOWN],
    ["two units", { newUnit }, "newUnit", InputProblem.NOT_ALLOWED],
    [
      "a unit without name",
      { unitId: null, newUnit: { ...newUnit, name: "" } },
      "newUnit.name",
      InputProblem.EMPTY,
    ],
    [
      "a unit of nowhere",
      { unitId: null, newUnit: { ...newUnit, municipality: "" } },
      "newUnit.municipality",
      InputProblem.EMPTY,
    ],
  ] as const)("%s is refused by field, and leaves nobody behind", async (_what, changes, field, problem) => {
    const hall = await Hall.open(app_);
    const refusal = await refusalOf(hall.join(changes));
    expect(refusal).toBeInstanceOf(InputRejected);
    expect(refusal).toMatchObject({ field, problem });
    expect(await counts(hall)).toEqual([0, 0, 0]);
  });

  test("a unit of another network is refused", async () => {
    const [hall, other] = [await Hall.open(app_), await Hall.open(app_)];
    const refusal = await refusalOf(hall.join({ unitId: other.world.units[0]?.id }));
    expect(refusal).toMatchObject({ field: "unitId", problem: InputProblem.UNKNOWN });
  });

  test("a code that was changed meanwhile opens nothing", async () => {
    const hall = await Hall.open(app_);
    expect(await refusalOf(hall.join({ code: "ZZZZZZ" }))).toBeInstanceOf(CodeUnknown);
  });

  test.each([
    [GatheringState.DRAFT, false, false],
    [GatheringState.PREPARING, true, true],
    [GatheringState.LIVE, true, true],
    [GatheringState.FOLLOW_UP, false, true],
    [GatheringState.ARCHIVED, false, false],
  ])(
    "in %s the door is open to newcomers: %s, to those who are in: %s",
    async (state, toNewcomers, toKnown) => {
      const hall = await Hall.open(app_, state);
      const known = await hall.world.addParticipant();
      for (const [personId, isOpen] of [
        [null, toNewcomers],
        [known.actor.personId, toKnown],
      ] as const) {
        const { outcome } = await hall.join({}, personId);
        expect(outcome.done).toBe(isOpen);
        if (!outcome.done) expect(outcome.refusal).toEqual(new GatheringNotOpen(state));
      }
    },
  );
});

describe("a unit that is new", () => {
  const told = (hall: Hall) => streamsOfUnits(app_.app.pool, hall.world.network.id);
  const joinWith = async (hall: Hall, name: string) =>
    valueOf(hall.join({ unitId: null, newUnit: { ...newUnit, name } }, null, await told(hall)));
  const named = (hall: Hall) =>
    app_.app.source.manager.countBy(Unit, { networkId: hall.world.network.id, municipality: "Tindvær" });

  test("is added once, also by two who write it a little differently", async () => {
    const hall = await Hall.open(app_);
    await Promise.all([joinWith(hall, "Tindvær SFO"), joinWith(hall, " tindvær sfo ")]);
    expect(await named(hall)).toBe(1);
    expect(await counts(hall)).toEqual([2, 2, 1]);
  });

  test("is told to every gathering of the network; where one would not hear, nothing is written", async () => {
    const hall = await Hall.open(app_);
    const unheard = hall.join({ unitId: null, newUnit }, null, [hall.world.network.id]);
    expect((await unheard).outcome.done).toBe(true);
    const silent = await Hall.open(app_);
    await app_.app.source.query("UPDATE gathering SET network_id = $1 WHERE id = $2", [
      hall.world.network.id,
      silent.id,
    ]);
    const refused = hall.join({ unitId: null, newUnit: { ...newUnit, name: "Ny enhet" } }, null, [
      hall.world.network.id,
    ]);
    await expect(refused).rejects.toEqual(
      new CodedError("CONFLICT", "Something else was changed at the same moment. Try again."),
    );
    expect(await named(hall)).toBe(1);
  });
});
