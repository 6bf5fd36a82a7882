/** What in a text might point at one person. A hint to look again, never a verdict. */
export type PrivacyHint = "number" | "contact" | "name";

const patterns: readonly (readonly [PrivacyHint, RegExp])[] = [
  // A national identity number or a date of birth with a number after it.
  ["number", /\b\d{6}[ -]?\d{5}\b/],
  ["contact", /[\w.+-]+@[\w-]+\.[\w.]+|(?:\+47 ?)?\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b|\b\d{3} \d{2} \d{3}\b/],
  // "eleven Ola", "jenta vår Kari", "the boy Tom", and a name with an age.
  [
    "name",
    /\b(?:[Ee]lev(?:en)?|[Bb]arn(?:et)?|[Gg]utt(?:en)?|[Jj]ent[ea]|[Gg]jent[ea]|[Pp]upil|[Cc]hild|[Bb]oy|[Gg]irl)(?: (?:vår|vårt|min|mi|som heter|som heiter|called|named))? \p{Lu}\p{Ll}+/u,
  ],
  ["name", /\b\p{Lu}\p{Ll}+ ?(?:,|\() ?\d{1,2} ?(?:år|years)/u],
];

/** Looks for words that might point at one child or one colleague. */
export function privacyHints(...texts: readonly (string | null | undefined)[]): PrivacyHint[] {
  const text = texts.filter(Boolean).join("\n");
  const found = patterns.filter(([, pattern]) => pattern.test(text)).map(([hint]) => hint);
  return [...new Set(found)];
}
