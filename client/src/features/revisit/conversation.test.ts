import { expect, it } from "vitest";
import { challenge, example } from "../../live/testing/samples.js";
import { asDocument } from "./as-document.js";
import { conversationsOf } from "./conversation.js";

const cards = [
  example("e1", 0, "Vi <leser> i par"),
  challenge("c1", 1, "e1"),
  challenge("c2", 2, "e1"),
  example("e2", 3, "Vi ringer hjem"),
];

it("shows a thread whole when one of its cards was asked for, and points at that one", () => {
  const found = conversationsOf(cards, ({ id }) => id === "c2");
  expect(found.map(({ thread }) => thread.card.id)).toEqual(["e1"]);
  expect(found[0]?.thread.branches.map(({ card }) => card.id)).toEqual(["c1", "c2"]);
  expect([...(found[0]?.hits ?? [])]).toEqual(["c2"]);
});

it("points at nothing where everything was asked for", () => {
  expect(conversationsOf(cards, () => true).map(({ hits }) => hits.size)).toEqual([0, 0]);
});

it("writes a document in which the words of others are only words", () => {
  const text = asDocument(
    conversationsOf(cards, () => true),
    {
      language: "nb",
      title: "Vår & høst",
      lead: "Nettverket",
      heading: () => "Eksempler",
      kindName: (kind) => kind,
      anonymous: "Anonymt",
      challengeUsOn: "Utfordre oss på",
      placeOf: () => "Gruppe 1",
    },
  );
  expect(text).toContain("<title>Vår &amp; høst</title>");
  expect(text).toContain("Vi &lt;leser&gt; i par");
  expect(text).toContain("Kari, Lysnes skole · Gruppe 1");
  expect(text).not.toContain("<leser>");
});
