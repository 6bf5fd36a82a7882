import { describe, expect, it } from "vitest";
import { AnnouncementBatch } from "./announcement-batch.js";

function listening() {
  const said: string[] = [];
  const due: (() => void)[] = [];
  const batch = new AnnouncementBatch(
    (text) => said.push(text),
    5000,
    3,
    (run) => due.push(run),
  );
  return { said, batch, pass: () => due.shift()?.() };
}

describe("AnnouncementBatch", () => {
  it("says the first at once and gathers the rest into one", () => {
    const { said, batch, pass } = listening();
    batch.add("Ny utfordring");
    batch.add("Nytt svar");
    batch.add("Siste minuttet.");
    expect(said).toEqual(["Ny utfordring."]);
    pass();
    expect(said).toEqual(["Ny utfordring.", "Nytt svar. Siste minuttet."]);
  });

  it("says a repeated sentence once, and of a flood only the last three", () => {
    const { said, batch, pass } = listening();
    batch.add("a");
    for (const text of ["b", "c", "b", "d", "e"]) batch.add(text);
    pass();
    expect(said[1]).toBe("b. d. e.");
  });

  it("says the newest of a topic, and counts together what was not said yet", () => {
    const { said, batch, pass } = listening();
    batch.add("1 ny", "held");
    for (let count = 2; count <= 500; count += 1) batch.add(`${count} nye`, "held");
    for (let i = 0; i < 500; i += 1) batch.addCount("arrived", 2, (count) => `${count} kort`);
    pass();
    expect(said).toEqual(["1 ny.", "500 nye. 1000 kort."]);
  });

  it("is ready to speak at once again after a quiet while", () => {
    const { said, batch, pass } = listening();
    batch.add("a");
    pass();
    batch.add("b");
    expect(said).toEqual(["a.", "b."]);
  });
});
