import { expect, it } from "vitest";
import { translate } from "./translate.js";

const texts = {
  plain: "Hei",
  card: { from: "{{name}}, {{unit}}", count_one: "{{count}} kort", count_other: "{{count}} korta" },
};

it("finds a text by its path and fills in what it names", () => {
  expect(translate(texts, "nb", "plain")).toBe("Hei");
  expect(translate(texts, "nb", "card.from", { name: "Kari", unit: "$& $1" })).toBe("Kari, $& $1");
});

it("leaves out what is not given", () => {
  expect(translate(texts, "nb", "card.from", { name: "Kari", unit: null })).toBe("Kari, ");
});

it.each(["nb", "nn", "en"])("chooses the plural form in %s", (language) => {
  const said = [0, 1, 2].map((count) => translate(texts, language, "card.count", { count }));
  expect(said).toEqual(["0 korta", "1 kort", "2 korta"]);
});

it("takes the plain text where a number needs no plural", () => {
  expect(translate(texts, "nb", "plain", { count: 3 })).toBe("Hei");
});

it("has no text for a path that ends too early or nowhere", () => {
  expect(translate(texts, "nb", "card")).toBeNull();
  expect(translate(texts, "nb", "plain.more")).toBeNull();
});
