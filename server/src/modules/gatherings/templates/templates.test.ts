import { limits } from "@ordskifte/schema";
import { describe, expect, it } from "vitest";
import { ContributionKind, InputProblem } from "../../../kernel/words.js";
import { InputRejected } from "../../../kernel/refusals.js";
import { readItemFields } from "../commands/item-fields.js";
import { ItemKind } from "../programme-item.entity.js";
import { programmeFrom, writtenTemplates } from "./programme-from.js";
import { leastTogether, rescale } from "./rescale.js";
import { Language } from "../../../kernel/words.js";
import { minutesTogether, type Template, TemplateKey } from "./template.js";
import { templates } from "./templates.js";

const { min, max } = limits.programmeMinutes;
const begins = new Date("2027-03-11T08:00:00Z");
const LENGTHS = [min, 97, 120, 150, 181, 210, 240, 300, 333, 480, 600, 777, max];
const each = templates.flatMap((template) =>
  LENGTHS.map((minutes) => ({ key: template.key, template, minutes })),
);

const kindsOf = ({ items }: Template, wanted: ItemKind) => items.filter(({ kind }) => kind === wanted);

describe("rescale", () => {
  it.each(each)("$key in $minutes minutes: exact, whole, and nothing left out", ({ template, minutes }) => {
    const scaled = rescale(template, minutes);
    expect(minutesTogether(scaled.items)).toBe(minutes);
    expect(scaled.items.map(({ text }) => text)).toEqual(template.items.map(({ text }) => text));
    for (const item of scaled.items) {
      const { individual, group, plenary } = item.phases ?? {
        individual: 0,
        group: 0,
        plenary: item.minutes,
      };
      expect(individual + group + plenary).toBe(item.minutes);
      expect(Math.min(individual, group, plenary)).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(item.minutes)).toBe(true);
      expect(item.minutes).toBeGreaterThanOrEqual(5);
      expect(item.minutes).toBeLessThanOrEqual(limits.minutes.max);
    }
  });

  it.each(each)("$key in $minutes minutes: time to think, and breaks that are breaks", (given) => {
    const scaled = rescale(given.template, given.minutes);
    const reflections = kindsOf(scaled, ItemKind.REFLECTION);
    expect(reflections.length).toBeGreaterThan(0);
    for (const { minutes } of reflections) expect(minutes).toBeGreaterThanOrEqual(10);
    for (const { minutes } of kindsOf(scaled, ItemKind.BREAK)) {
      expect(minutes).toBeGreaterThanOrEqual(5);
      expect(minutes).toBeLessThanOrEqual(60);
    }
  });

  it.each(each)("$key in $minutes minutes: at most one item is off the five minutes", (given) => {
    const { items } = rescale(given.template, given.minutes);
    const odd = items.filter(({ minutes }) => minutes % 5 !== 0);
    expect(odd).toHaveLength(given.minutes % 5 === 0 ? 0 : 1);
  });

  it.each(templates)("$key in its own length is itself", (template) => {
    expect(rescale(template, minutesTogether(template.items))).toEqual(template);
  });

  it.each(templates)("$key: more time takes nothing from anything", (template) => {
    for (let minutes = min; minutes + 5 <= max; minutes += 5) {
      const [less, more] = [rescale(template, minutes), rescale(template, minutes + 5)];
      less.items.forEach((item, i) => {
        expect(more.items[i]?.minutes).toBeGreaterThanOrEqual(item.minutes);
      });
    }
  });

  it.each(templates)(
    "$key fits into the shortest time that may be asked for, and not below its own",
    (template) => {
      const least = leastTogether(template.items);
      expect(least).toBeLessThanOrEqual(min);
      expect(minutesTogether(rescale(template, least).items)).toBe(least);
      expect(() => rescale(template, least - 1)).toThrow(RangeError);
      expect(() => rescale(template, 150.5)).toThrow(RangeError);
    },
  );

  it("leaves what is done at home as it is", () => {
    const afternoon = templates.find(({ key }) => key === TemplateKey.ETTERMIDDAG);
    if (!afternoon) throw new Error("no afternoon");
    const atHome = (template: Template) =>
      template.items.filter((item) => item.atHome).map(({ minutes }) => minutes);
    expect(minutesTogether(afternoon.items)).toBe(150);
    expect(atHome(afternoon)).toHaveLength(2);
    expect(atHome(rescale(afternoon, 240))).toEqual(atHome(afternoon));
  });
});

describe("the templates", () => {
  const written = Object.values(Language).flatMap((language) =>
    writtenTemplates(language, null).map((template) => ({ language, key: template.key, template })),
  );

  it("are there in every language, each once", () => {
    expect(written).toHaveLength(Object.values(TemplateKey).length * Object.values(Language).length);
    expect(new Set(written.map(({ template }) => template.title)).size).toBeGreaterThanOrEqual(11);
  });

  it.each(written)("$key in $language: a leader could have written every item", ({ language, key }) => {
    const programme = programmeFrom({ key, language, minutes: null, begins });
    expect(programme.length).toBeGreaterThan(0);
    expect(programme.length).toBeLessThanOrEqual(limits.programmeItems);
    for (const fields of programme) {
      expect(fields.instruction).not.toBe("");
      expect(readItemFields(fields)).toEqual(fields);
    }
  });

  it("are judged by the rule that judges leaders", () => {
    const [first] = programmeFrom({ key: TemplateKey.FAGDAG, language: Language.NB, minutes: null, begins });
    if (!first) throw new Error("empty");
    expect(readItemFields({ ...first, minutes: 0 })).toEqual(
      new InputRejected("item.minutes", InputProblem.OUT_OF_RANGE),
    );
  });

  it("challenge nobody at the café tables", () => {
    const cafe = templates.flatMap(({ items }) => items).find(({ text }) => text === "cafe");
    expect(cafe?.invites).toContain(ContributionKind.PRACTICE_EXAMPLE);
    expect(cafe?.invites).not.toContain(ContributionKind.CHALLENGE);
    expect(cafe?.critique).toBe(false);
  });

  it("say by when what is done at home is done, and when the second day begins", () => {
    const of = (key: TemplateKey) => programmeFrom({ key, language: Language.NB, minutes: null, begins });
    const days = of(TemplateKey.ETTERMIDDAG).flatMap(({ dueAt }) => dueAt?.toISOString().slice(0, 10) ?? []);
    expect(days).toEqual(["2027-03-10", "2027-03-25"]);
    const second = of(TemplateKey.TO_DAGER).flatMap(({ startsAt }) => startsAt?.toISOString() ?? []);
    expect(second).toEqual(["2027-03-12T08:00:00.000Z"]);
  });

  it("give the four rooms the time they are meant to have", () => {
    const rooms = templates.find(({ key }) => key === TemplateKey.FIRE_ROM)?.items ?? [];
    const minutesIn = (text: string) => rooms.find((item) => item.text === text)?.minutes ?? 0;
    expect(within(minutesIn("firstRoom"), 45, 60)).toBe(true);
    expect(within(minutesIn("secondRoom"), 30, 45)).toBe(true);
    expect(within(minutesIn("thirdRoom"), 45, 60)).toBe(true);
    expect(minutesIn("fourthRoom")).toBe(30);
  });
});

const within = (value: number, low: number, high: number): boolean => value >= low && value <= high;
