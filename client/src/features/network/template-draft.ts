import { type Language, limits, type TemplateKey, within } from "@ordskifte/schema";
import { isLanguage, type Language as Spoken } from "../../i18n/languages.js";

/** The programme to begin from, as the form holds it; minutes are still what was typed. */
export interface TemplateDraft {
  readonly template: TemplateKey;
  /** Empty for the template's own length. */
  readonly minutes: string;
}

const WRITTEN_IN: Record<Spoken, Language> = { nb: "NB", nn: "NN", en: "EN" };

/** The language a programme is written in for somebody who reads this one. */
export function languageOf(spoken: string): Language {
  return isLanguage(spoken) ? WRITTEN_IN[spoken] : "NB";
}

export function isMinutesGood({ minutes }: TemplateDraft): boolean {
  return minutes.trim() === "" || within(limits.programmeMinutes, Number(minutes));
}

/** What to ask for; null for the template's own length, and as long as what is typed is no length. */
export function minutesAsked(draft: TemplateDraft): number | null {
  return draft.minutes.trim() !== "" && isMinutesGood(draft) ? Number(draft.minutes) : null;
}

/** What is sent about the programme. Only for a draft whose minutes are good. */
export function programmeOf(draft: TemplateDraft, spoken: string) {
  return { template: draft.template, minutes: minutesAsked(draft), language: languageOf(spoken) };
}
