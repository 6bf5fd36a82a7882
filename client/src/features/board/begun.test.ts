import { describe, expect, it } from "vitest";
import { begunIn } from "./begun.js";
import type { BoardCard } from "./board-card.js";
import { noWords } from "./words.js";

const saved = { id: "a", kind: "PRACTICE_EXAMPLE", isMine: true, links: [], delivery: { kind: "saved" } };
const unsent = { id: "b", kind: "IDEA", isMine: true, links: [], delivery: { kind: "waiting", itemId: "b" } };
const cards = new Map([saved, unsent].map((card) => [card.id, card as unknown as BoardCard]));
const draft = (body: string) => ({ words: { ...noWords, body }, itemId: null });
const find = (key: string, value: unknown = draft("Lesevenner")) => begunIn("tavle", cards, key, value);

describe("what was begun", () => {
  it("opens the window it came from", () => {
    expect(find("tavle.IDEA.")).toMatchObject({ words: "Lesevenner", task: { what: "IDEA", to: null } });
    expect(find("tavle.CHALLENGE.a")).toMatchObject({ task: { what: "CHALLENGE", to: { id: "a" } } });
    expect(find("tavle.IDEA.a")).toMatchObject({ task: { what: "IDEA", to: { id: "a" } } });
    expect(find("tavle.edit.a", { ...noWords, title: "Ny tittel" })).toMatchObject({
      words: "Ny tittel",
      task: { kind: "edit", card: { id: "a" } },
    });
  });

  it("goes on with a card that was not sent", () => {
    expect(find("tavle.IDEA.b")).toMatchObject({ task: { what: "IDEA", to: null, resend: { id: "b" } } });
  });

  it("is nothing without words, on another board, or where its card is gone or sent", () => {
    expect(find("tavle.IDEA.", draft("  "))).toBeNull();
    expect(find("annen.IDEA.")).toBeNull();
    expect(find("tavle.CHALLENGE.borte")).toBeNull();
    expect(find("tavle.CHALLENGE.")).toBeNull();
    expect(find("tavle.PRACTICE_EXAMPLE.a")).toBeNull();
    expect(find("tavle.IDEA.", "tull")).toBeNull();
  });
});
