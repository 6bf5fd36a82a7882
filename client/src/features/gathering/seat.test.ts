import { expect, it } from "vitest";
import { seatIn } from "./seat.js";

const groups = [
  { id: "u", arena: "UNIT" as const, members: [{ id: "p1" }] },
  { id: "c1", arena: "CROSS" as const, members: [{ id: "p2" }] },
  { id: "c2", arena: "CROSS" as const, members: [{ id: "p1" }] },
];

it("finds the group of the item's arena, and the nearest one in plenary", () => {
  expect(seatIn(groups, "p1", "UNIT")?.id).toBe("u");
  expect(seatIn(groups, "p1", "CROSS")?.id).toBe("c2");
  expect(seatIn(groups, "p1", "PLENARY")?.id).toBe("c2");
  expect(seatIn(groups, "p2", "UNIT")?.id).toBe("c1");
});

it("gives nobody another person's seat", () => {
  expect(seatIn(groups, "p3", "CROSS")).toBeNull();
  expect(seatIn(groups, null, "CROSS")).toBeNull();
});
