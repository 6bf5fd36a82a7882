import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { bareTexts, flatten, foreignWords, isUsed, placeholders, type Texts } from "./catalogue-checks.js";

type Found = { default: Record<string, unknown> };

const modules = import.meta.glob<Found>(["./texts/*.ts", "../features/*/texts/*.ts"], { eager: true });
const sources = import.meta.glob<string>(
  ["../**/*.{ts,tsx}", "!../**/*.test.ts", "!../**/texts/*.ts", "!../features/style/**"],
  { eager: true, query: "?raw", import: "default" },
);

const templates = import.meta.glob<Found>("../../../server/src/modules/gatherings/templates/texts.*.ts", {
  eager: true,
});

const catalogues = new Map<string, Texts>();
for (const [path, module] of Object.entries(modules)) {
  catalogues.set(path.slice(path.lastIndexOf("/") + 1, -3), flatten(module.default));
}
const namespaces = [...catalogues.keys()]
  .filter((name) => name.endsWith(".nb"))
  .map((name) => name.slice(0, -3));
const code = Object.values(sources).join("\n");

function texts(namespace: string, language: string): Texts {
  return catalogues.get(`${namespace}.${language}`) ?? new Map();
}

it("finds the catalogues and the sources it is to check", () => {
  expect(namespaces).toEqual(expect.arrayContaining(["shell", "ui", "refusals", "door"]));
  expect(Object.keys(sources).length).toBeGreaterThan(40);
});

describe.each(namespaces)("the texts of %s", (namespace) => {
  const nb = texts(namespace, "nb");

  it.each(["nn", "en"])("have the same keys and placeholders in %s", (language) => {
    const other = texts(namespace, language);
    expect([...other.keys()]).toEqual([...nb.keys()]);
    const differing = [...nb].filter(
      ([key, text]) => placeholders(text) !== placeholders(other.get(key) ?? ""),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(["nb", "nn", "en"])("are written, and in the right language, in %s", (language) => {
    const wrong = [...texts(namespace, language)].filter(
      ([, text]) => text.trim() === "" || foreignWords(text, language).length > 0,
    );
    expect(
      wrong.map(([key, text]) => `${key}: ${text} (${foreignWords(text, language).join(", ")})`),
    ).toEqual([]);
  });

  it("are all used", () => {
    expect([...nb.keys()].filter((key) => !isUsed(key, namespace, code))).toEqual([]);
  });
});

it("speaks one language in each set of programme templates, too", () => {
  expect(Object.keys(templates)).toHaveLength(3);
  const wrong = Object.entries(templates).flatMap(([path, { default: tree }]) =>
    [...flatten(tree).values()].filter((text) => foreignWords(text, path.split(".").at(-2) ?? "").length > 0),
  );
  expect(wrong).toEqual([]);
});

it("leaves no text in the markup itself", () => {
  const found = Object.entries(sources)
    .filter(([path]) => path.endsWith(".tsx"))
    .flatMap(([path, source]) =>
      bareTexts(parseSync("a.tsx", source).program).map((text) => `${path}: ${text}`),
    );
  expect(found).toEqual([]);
});

it("writes no date and no list in a language that the browser may lack", () => {
  const alone = /(toLocale\w*|Intl\.\w+)\(i18n\.language/;
  expect(Object.keys(sources).filter((path) => alone.test(sources[path] ?? ""))).toEqual([]);
});

describe("the checks themselves", () => {
  it("see what they are there to see", () => {
    expect(foreignWords("Du kan ikke skrive her", "nn")).toEqual(["ikke"]);
    expect(foreignWords("Du kan ikkje skrive her", "nb")).toEqual(["ikkje"]);
    expect(foreignWords("Ta med hjem", "en")).toEqual(["ta", "med", "hjem"]);
    expect(isUsed("a.b", "door", 't("a.c")')).toBe(false);
    expect(isUsed("a.b", "door", "t(`a.${kind}`)")).toBe(true);
    expect(isUsed("count_one", "door", 't("door:count", { count })')).toBe(true);
    expect(placeholders("{{b}} av {{a}}")).toBe(placeholders("{{a}} of {{b}}"));
    expect(bareTexts(parseSync("a.tsx", '<p title="Hei">{x} ord</p>').program)).toEqual(["ord", "Hei"]);
    expect(bareTexts(parseSync("a.tsx", "<p className='a'>{x} · {y}</p>").program)).toEqual([]);
    expect(bareTexts(parseSync("a.tsx", '<p>{x ? "Ja" : t("nei")}</p>').program)).toEqual(["Ja"]);
    expect(bareTexts(parseSync("a.tsx", "<p aria-label={`Gruppe ${n}`}>{x && 'Hei'}</p>").program)).toEqual([
      "Hei",
      "Gruppe",
    ]);
  });
});
