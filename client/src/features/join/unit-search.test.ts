import { expect, it } from "vitest";
import { byMunicipality, unitsLike } from "./unit-search.js";

const units = [
  { name: "Fjæra barnehage", municipality: "Skarvfjord" },
  { name: "Skarvfjord skole", municipality: "Skarvfjord" },
  { name: "Lysnes skole", municipality: "Lysnes" },
];

it("finds by parts of the name and of the municipality, in any case", () => {
  expect(unitsLike(units, "SKO lys").map(({ name }) => name)).toEqual(["Lysnes skole"]);
  expect(unitsLike(units, "skarv").length).toBe(2);
  expect(unitsLike(units, "fjæra")).toHaveLength(1);
  expect(unitsLike(units, "  ")).toHaveLength(3);
  expect(unitsLike(units, "x")).toEqual([]);
});

it("gathers units by municipality, both as a Norwegian reader looks for them", () => {
  const more = [
    ...units,
    { name: "Ås skole", municipality: "Skarvfjord" },
    { name: "Ærfugl barnehage", municipality: "Åfjord" },
    { name: "Aas skole", municipality: "Ørland" },
  ];
  expect(
    byMunicipality(more).map((place) => [place.municipality, place.units.map(({ name }) => name)]),
  ).toEqual([
    ["Lysnes", ["Lysnes skole"]],
    ["Skarvfjord", ["Fjæra barnehage", "Skarvfjord skole", "Ås skole"]],
    ["Ørland", ["Aas skole"]],
    ["Åfjord", ["Ærfugl barnehage"]],
  ]);
});
