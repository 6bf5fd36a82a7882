/** The interface's languages, in the order the switch shows them; each is named in itself. */
export const LANGUAGES = [
  { code: "nb", name: "Bokmål", locales: ["nb"] },
  { code: "nn", name: "Nynorsk", locales: ["nn", "nb"] },
  { code: "en", name: "English", locales: ["en-GB"] },
] as const;

export type Language = (typeof LANGUAGES)[number]["code"];

/**
 * What Intl is to write dates and lists in. Chromium knows no nynorsk and would write them in the browser's own language;
 * bokmål is nearer.
 */
export function localesOf(code: Language): readonly string[] {
  return LANGUAGES.find((language) => language.code === code)?.locales ?? ["nb"];
}

const REMEMBERED = "ordskifte.language";

export function isLanguage(code: string): code is Language {
  return LANGUAGES.some((language) => language.code === code);
}

/** What this device chose last; else the first of the browser's languages that we speak; else bokmål. */
export function startingLanguage(
  remembered: string | null = readRemembered(),
  wanted: readonly string[] = navigator.languages,
): Language {
  if (remembered && isLanguage(remembered)) return remembered;
  return wanted.map(spoken).find((code) => code !== undefined) ?? "nb";
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that keeps nothing still gets the language for this visit.
  }
}

function readRemembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function spoken(tag: string): Language | undefined {
  const code = tag.toLowerCase().split("-")[0] ?? "";
  if (code === "no") return "nb";
  return isLanguage(code) ? code : undefined;
}
