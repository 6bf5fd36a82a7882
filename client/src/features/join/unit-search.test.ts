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

it("gathers units by municipality without changing their order", () => {
  expect(byMunicipality(units).map(({ municipality, units: { length } }) => [municipality, length])).toEqual([
    ["Skarvfjord", 2],
    ["Lysnes", 1],
  ]);
});
