import { limits } from "@ordskifte/schema";
import { describe, expect, it } from "vitest";
import { privacyHints } from "./privacy-check.js";
import { inputOf, noWords, problemsIn } from "./words.js";

describe("words of a card", () => {
  it("asks for what each kind needs", () => {
    expect(problemsIn("PRACTICE_EXAMPLE", noWords)).toEqual({
      body: { kind: "missing" },
      title: { kind: "missing" },
      lens: { kind: "missing" },
    });
    expect(problemsIn("IDEA", { ...noWords, body: "  \n" })).toEqual({ body: { kind: "missing" } });
    expect(problemsIn("IDEA", { ...noWords, body: "Språkkafé" })).toEqual({});
  });

  it("counts as the server does: after trimming, to the last sign", () => {
    const full = "a".repeat(limits.contributionBody);
    expect(problemsIn("IDEA", { ...noWords, body: ` ${full} ` })).toEqual({});
    const limit = limits.contributionBody;
    expect(problemsIn("IDEA", { ...noWords, body: `${full}a` })).toEqual({
      body: { kind: "tooLong", limit },
    });
  });

  it("sends only the fields of the kind", () => {
    const words = { ...noWords, title: " Par ", body: " Vi leser ", theme: " ", lens: "GOOD" as const };
    expect(inputOf("IDEA", words, "nb")).toEqual({ body: "Vi leser", language: "NB" });
    expect(inputOf("THEORY_INPUT", words, "nb")).toEqual({ body: "Vi leser", title: "Par", language: "NB" });
    expect(inputOf("PRACTICE_EXAMPLE", words, "nb")).toEqual({
      language: "NB",
      body: "Vi leser",
      title: "Par",
      lens: "GOOD",
      challengeUsOn: null,
      theme: null,
    });
  });
});

describe("a look for what might point at somebody", () => {
  it.each([
    ["number", "Eleven har 010112 12345 som nummer"],
    ["contact", "Ring 912 34 567 eller 22 33 44 55"],
    ["contact", "Skriv til kari@skole.no"],
    ["name", "Jenta vår Kari leste høyt"],
    ["name", "Vi spurte Ola (7 år) om det"],
    ["name", "The boy Tom read aloud"],
  ] as const)("finds %s", (hint, text) => {
    expect(privacyHints(text)).toEqual([hint]);
  });

  it.each([
    "På 2. trinn skriver elevene egne tekster fra første uke.",
    "To formiddager i uka leker barna i faste grupper. Flere barn fikk roller.",
    "Eleven og PPT drøfter i uke 34, 20 minutter felles planlegging.",
    "Hvordan vet dere at det er lesestunden? Barnet. Neste år prøver vi igjen.",
  ])("has nothing to say about: %s", (text) => {
    expect(privacyHints(text, null, undefined)).toEqual([]);
  });
});
