import { describe, expect, it } from "vitest";
import { langOf, toldAs, writtenIn } from "./written-language.js";

describe("the language that a card is written in", () => {
  it.each([
    ["Elevene leser for hverandre i ti minutter hver dag, og vi ser at de gleder seg.", "nb"],
    ["Hvordan vet dere at det er lesestunden som virker?", "nb"],
    ["Korleis veit de at det er lesestunda som verkar?", "nn"],
    ["Vi har ikkje tid til meir, men elevane kjem gjerne att.", "nn"],
    ["We read to each other for ten minutes every day.", "en"],
    ["How do you know that it is the reading that works?", "en"],
  ])("%s", (text, language) => {
    for (const own of ["nb", "nn", "en"] as const) expect(writtenIn(text, own)).toBe(language);
  });

  it("is that of the writer's screen where the words could be any", () => {
    expect(writtenIn("Skolehage", "nn")).toBe("nn");
    expect(writtenIn("Skolehage", "en")).toBe("en");
    expect(writtenIn("", "nb")).toBe("nb");
  });

  it("is the writer's own Norwegian where both could be meant, and never English", () => {
    expect(writtenIn("Vi har det og det.", "nn")).toBe("nn");
    expect(writtenIn("Vi har det og det.", "en")).toBe("nb");
  });

  it("goes to the server and comes back as a tag", () => {
    expect(langOf(toldAs("nn"))).toBe("nn");
    expect(langOf(null)).toBeUndefined();
  });
});
