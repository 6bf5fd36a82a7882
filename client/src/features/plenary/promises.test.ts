import { expect, it } from "vitest";
import { promisesOf } from "./promises.js";

const card = (id: string, at: string, unit: string | null) => ({
  id,
  language: null,
  body: `Vi prøver ${id}`,
  createdAt: `2026-01-01T${at}:00Z`,
  unit: unit ? { id: unit, name: unit } : null,
});

it("shows one from each unit, the last it chose, by the units' names", () => {
  const shown = promisesOf([
    card("a", "10:00", "Ås skole"),
    card("b", "11:00", "Fjæra barnehage"),
    card("c", "12:00", "Ås skole"),
    card("d", "13:00", null),
  ]);
  expect(shown.map(({ id, unit }) => [id, unit])).toEqual([
    ["b", "Fjæra barnehage"],
    ["c", "Ås skole"],
  ]);
});
