import type { ItemFields } from "../commands/item-fields.js";
import { rescale } from "./rescale.js";
import { Language } from "../../../kernel/words.js";
import { minutesTogether, type Template, type TemplateItem, type TemplateKey } from "./template.js";
import { templates } from "./templates.js";
import en from "./texts.en.js";
import nb, { type TemplateTexts } from "./texts.nb.js";
import nn from "./texts.nn.js";

const texts: Readonly<Record<Language, TemplateTexts>> = {
  [Language.NB]: nb,
  [Language.NN]: nn,
  [Language.EN]: en,
};

/** An item of a template in one language; it has no days until it is known when the gathering begins. */
type WrittenItem = Omit<ItemFields, "dueAt" | "startsAt"> & Pick<TemplateItem, "nextDay">;

/** A template in one language and one length. */
export interface WrittenTemplate {
  readonly key: TemplateKey;
  readonly title: string;
  readonly summary: string;
  /** How long everybody is together. */
  readonly minutes: number;
  readonly items: readonly WrittenItem[];
}

const write = (template: Template, language: Language): WrittenTemplate => {
  const said = texts[language];
  return {
    key: template.key,
    ...said.templates[template.key],
    minutes: minutesTogether(template.items),
    items: template.items.map(({ text, ...rest }) => ({ ...rest, ...said.items[text] })),
  };
};

/** Every template, in its own length when `minutes` is null. */
export const writtenTemplates = (language: Language, minutes: number | null): WrittenTemplate[] =>
  templates.map((template) => write(minutes === null ? template : rescale(template, minutes), language));

const DAY = 24 * 60 * 60 * 1000;
/** What is done at home before the gathering is done the day before; what is done after it, within two weeks. */
const DAYS_BEFORE = 1;
const DAYS_AFTER = 14;

/** The items with their days. */
const dated = (items: readonly WrittenItem[], begins: Date): ItemFields[] => {
  const first = items.findIndex(({ atHome }) => !atHome);
  const onDay = (days: number): Date => new Date(begins.getTime() + days * DAY);
  return items.map(({ nextDay, ...item }, i) => ({
    ...item,
    dueAt: item.atHome ? onDay(i < first ? -DAYS_BEFORE : DAYS_AFTER) : null,
    startsAt: nextDay ? onDay(1) : null,
  }));
};

export interface FromTemplate {
  readonly key: TemplateKey;
  readonly language: Language;
  /** How long everybody is together; the template's own length when null. */
  readonly minutes: number | null;
  /** When the gathering begins. */
  readonly begins: Date;
}

/** The items that a gathering begins with. */
export const programmeFrom = ({ key, language, minutes, begins }: FromTemplate): ItemFields[] => {
  const written = writtenTemplates(language, minutes).find((template) => template.key === key);
  return dated(written?.items ?? [], begins);
};
