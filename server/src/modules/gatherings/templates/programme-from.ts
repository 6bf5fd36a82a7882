import type { ItemFields } from "../commands/item-fields.js";
import { rescale } from "./rescale.js";
import { Language } from "../../../kernel/words.js";
import { minutesTogether, type Template, type TemplateKey } from "./template.js";
import { templates } from "./templates.js";
import en from "./texts.en.js";
import nb, { type TemplateTexts } from "./texts.nb.js";
import nn from "./texts.nn.js";

const texts: Readonly<Record<Language, TemplateTexts>> = {
  [Language.NB]: nb,
  [Language.NN]: nn,
  [Language.EN]: en,
};

/** A template in one language and one length. */
export interface WrittenTemplate {
  readonly key: TemplateKey;
  readonly title: string;
  readonly summary: string;
  /** How long everybody is together. */
  readonly minutes: number;
  readonly items: readonly (ItemFields & { readonly atHome: boolean })[];
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

const asFields = (item: ItemFields): ItemFields => {
  const { title, kind, arena, minutes, instruction, writing, naming, invites } = item;
  return { title, kind, arena, minutes, instruction, writing, naming, invites };
};

/** The items that a gathering begins with; in the template's own length when `minutes` is null. */
export const programmeFrom = (key: TemplateKey, language: Language, minutes: number | null): ItemFields[] => {
  const written = writtenTemplates(language, minutes).find((template) => template.key === key);
  return (written?.items ?? []).map(asFields);
};
