import { describe, expect, it } from "vitest";
import { asInput, EMPTY_DRAFT, EMPTY_UNIT, fieldOf, missingIn } from "./join-draft.js";

describe("missingIn", () => {
  it("asks for a name and a unit, and for nothing else", () => {
    expect(missingIn(EMPTY_DRAFT)).toEqual(["name", "unit"]);
    expect(missingIn({ ...EMPTY_DRAFT, name: "Kari", unitId: "u1" })).toEqual([]);
  });

  it("does not take spaces for a name", () => {
    expect(missingIn({ ...EMPTY_DRAFT, name: "  ", unitId: "u1" })).toEqual(["name"]);
  });

  it("wants a new unit's name and municipality instead of a choice", () => {
    const draft = { ...EMPTY_DRAFT, name: "Kari", newUnit: EMPTY_UNIT };
    expect(missingIn(draft)).toEqual(["unitName", "municipality"]);
  });

  it("keeps the number of people within what a device can hold", () => {
    const draft = { ...EMPTY_DRAFT, name: "Kari", unitId: "u1" };
    expect(missingIn({ ...draft, people: 0 })).toEqual(["people"]);
    expect(missingIn({ ...draft, people: 41 })).toEqual(["people"]);
  });
});

describe("asInput", () => {
  it("sends the new unit and not a choice made before it", () => {
    const newUnit = { name: " Ny skole ", municipality: " Lysnes ", kind: "SCHOOL" as const };
    const input = asInput({ ...EMPTY_DRAFT, name: " Kari ", unitId: "u1", newUnit, people: 2 }, "K7M2QX");
    expect(input).toEqual({
      code: "K7M2QX",
      name: "Kari",
      people: 2,
      newUnit: { name: "Ny skole", municipality: "Lysnes", kind: "SCHOOL" },
    });
  });

  it("sends a profession for one who said theirs, and for several at one device none", () => {
    const draft = { ...EMPTY_DRAFT, name: "Kari", unitId: "u1", profession: "TEACHER" as const };
    expect(asInput(draft, "K7M2QX")).toMatchObject({ profession: "TEACHER" });
    expect(asInput({ ...draft, people: 3 }, "K7M2QX")).not.toHaveProperty("profession");
    expect(asInput({ ...draft, profession: null }, "K7M2QX")).not.toHaveProperty("profession");
  });
});

describe("fieldOf", () => {
  it("finds the field that the server names", () => {
    expect(["name", "newUnit.name", "newUnit.municipality", "unitId", "people", "code"].map(fieldOf)).toEqual(
      ["name", "unitName", "municipality", "unit", "people", null],
    );
  });
});
