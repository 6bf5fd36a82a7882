import { limits, type ContributionKind, type Lens } from "@ordskifte/schema";
import type { CardWords } from "./board-card.js";
import type { Language } from "../../i18n/languages.js";
import { toldAs, writtenIn } from "../../i18n/written-language.js";
import { privacyHints, type PrivacyHint } from "./privacy-check.js";

/** The fields of a form as they are typed. */
export interface FormWords {
  readonly title: string;
  readonly body: string;
  readonly lens: Lens | "";
  readonly challengeUsOn: string;
  readonly theme: string;
  readonly fromAuthor: boolean;
}

export const noWords: FormWords = {
  title: "",
  body: "",
  lens: "",
  challengeUsOn: "",
  theme: "",
  fromAuthor: false,
};

export function formWordsOf(card: Omit<CardWords, "language"> & { readonly fromAuthor: boolean }): FormWords {
  return {
    title: card.title ?? "",
    body: card.body,
    lens: card.lens ?? "",
    challengeUsOn: card.challengeUsOn ?? "",
    theme: card.theme ?? "",
    fromAuthor: card.fromAuthor,
  };
}

export function isFormWords(value: unknown): value is FormWords {
  if (typeof value !== "object" || value === null) return false;
  const { title, body, lens, challengeUsOn, theme, fromAuthor } = value as Record<string, unknown>;
  const texts = [title, body, lens, challengeUsOn, theme];
  return texts.every((text) => typeof text === "string") && typeof fromAuthor === "boolean";
}

export function hasTitle(kind: ContributionKind): boolean {
  return kind === "PRACTICE_EXAMPLE" || kind === "THEORY_INPUT";
}

/** What a write sends of the words: trimmed, and only the fields of its kind. `own` is the language of the screen. */
export function inputOf(kind: ContributionKind, words: FormWords, own: Language) {
  const body = words.body.trim();
  const language = toldAs(writtenIn(`${words.title} ${body} ${words.challengeUsOn}`, own));
  if (!hasTitle(kind)) return { body, language };
  const title = words.title.trim();
  if (kind !== "PRACTICE_EXAMPLE") return { body, title, language };
  return {
    body,
    language,
    title,
    lens: words.lens || null,
    challengeUsOn: words.challengeUsOn.trim() || null,
    theme: words.theme.trim() || null,
  };
}

export type FieldName = "title" | "body" | "lens" | "challengeUsOn" | "theme";
export type Problem = { readonly kind: "missing" } | { readonly kind: "tooLong"; readonly limit: number };

/** What keeps the words from being sent, by field, in the order of the form; empty when they can be. */
export function problemsIn(kind: ContributionKind, words: FormWords): Partial<Record<FieldName, Problem>> {
  const found: Partial<Record<FieldName, Problem>> = {};
  const check = (field: Exclude<FieldName, "lens">, limit: number, needed: boolean) => {
    const { length } = words[field].trim();
    if (needed && length === 0) found[field] = { kind: "missing" };
    if (length > limit) found[field] = { kind: "tooLong", limit };
  };
  if (hasTitle(kind)) check("title", limits.contributionTitle, true);
  check("body", limits.contributionBody, true);
  if (kind !== "PRACTICE_EXAMPLE") return found;
  if (!words.lens) found.lens = { kind: "missing" };
  check("challengeUsOn", limits.challengeUsOn, false);
  check("theme", limits.theme, false);
  return found;
}

export function hintsIn({ title, body, challengeUsOn }: FormWords): PrivacyHint[] {
  return privacyHints(title, body, challengeUsOn);
}
