import {
  type DoorByCodeQuery,
  limits,
  type JoinInput,
  type Profession,
  type UnitKind,
  within,
} from "@ordskifte/schema";

/** What one sees of a gathering before one has joined. */
export type Door = Extract<DoorByCodeQuery["door"], { __typename: "Door" }>;

/** What somebody has filled in so far. */
export interface JoinDraft {
  name: string;
  unitId: string | null;
  /** Not null while they write in a unit that is not on the list. */
  newUnit: { name: string; municipality: string; kind: UnitKind } | null;
  people: number;
  /** What they work as, if they like to say. */
  profession: Profession | null;
}

export const EMPTY_DRAFT: JoinDraft = { name: "", unitId: null, newUnit: null, people: 1, profession: null };
export const EMPTY_UNIT = { name: "", municipality: "", kind: "SCHOOL" as UnitKind };

/** For what was kept on the device, perhaps by another version of the page. */
export function isJoinDraft(value: unknown): value is JoinDraft {
  if (typeof value !== "object" || value === null) return false;
  const { name, unitId, newUnit, people } = value as Record<string, unknown>;
  const hasUnit = unitId === null || typeof unitId === "string";
  return (
    typeof name === "string" &&
    hasUnit &&
    typeof people === "number" &&
    (newUnit === null || isNewUnit(newUnit))
  );
}

function isNewUnit(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { name, municipality, kind } = value as Record<string, unknown>;
  return [name, municipality, kind].every((text) => typeof text === "string");
}

export type JoinField = "name" | "unit" | "unitName" | "municipality" | "people";

/** What is wrong with which field, in words. */
export type JoinErrors = Partial<Record<JoinField, string>>;

/** The fields that cannot be sent as they stand, in the order they are shown. */
export function missingIn(draft: JoinDraft): JoinField[] {
  const missing: JoinField[] = [];
  if (!draft.name.trim()) missing.push("name");
  if (!draft.newUnit && !draft.unitId) missing.push("unit");
  if (draft.newUnit && !draft.newUnit.name.trim()) missing.push("unitName");
  if (draft.newUnit && !draft.newUnit.municipality.trim()) missing.push("municipality");
  if (!within(limits.peopleAtDevice, draft.people)) missing.push("people");
  return missing;
}

/** The same, as the server takes it. */
export function asInput(draft: JoinDraft, code: string): Omit<JoinInput, "clientMutationId"> {
  const name = draft.name.trim();
  const { newUnit, unitId, people } = draft;
  const who = {
    code,
    name,
    people,
    ...(people === 1 && draft.profession ? { profession: draft.profession } : {}),
  };
  if (!newUnit) return { ...who, unitId };
  return {
    ...who,
    newUnit: { ...newUnit, name: newUnit.name.trim(), municipality: newUnit.municipality.trim() },
  };
}

/** Which field of the form a path from the server speaks of, such as `newUnit.name`. */
export function fieldOf(path: string): JoinField | null {
  if (path.endsWith("newUnit.name")) return "unitName";
  if (path.endsWith("municipality")) return "municipality";
  if (path.endsWith("people")) return "people";
  if (path.includes("nit")) return "unit";
  return path.endsWith("name") ? "name" : null;
}
