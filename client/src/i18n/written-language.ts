import type { Language as LanguageTold } from "@ordskifte/schema";
import type { Language } from "./languages.js";

// Small words that stand in nearly every sentence, and in only one of the three languages.
const TELLING: Record<Language, ReadonlySet<string>> = {
  nb: wordSet(
    "ikke jeg hva hvem hvor hvordan hvorfor noe noen dere hjem hun fra mer bare gjøre ble være kommer flere hver hverandre",
  ),
  nn: wordSet(
    "ikkje eg kva kven kvar korleis kvifor noko nokon dykk heim ho frå meir berre gjere vart vere kjem fleire kvar kvarandre",
  ),
  en: wordSet(
    "the and of to is are we you our your with that this it was not what how why they for when have can",
  ),
};
/** Words that bokmål and nynorsk share and English lacks. */
const NORWEGIAN = wordSet(
  "og er det som på av vi har skal til med å en ei et den dei seg om også at når så hos",
);

/**
 * The language that somebody's words are written in: the one that most of their small words belong to. Where the words
 * give no answer, such as in a card of two words, it is the one that the writer reads the screen in.
 */
export function writtenIn(text: string, own: Language): Language {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (telling: ReadonlySet<string>) => words.filter((word) => telling.has(word)).length;
  const [nb, nn, en] = [count(TELLING.nb), count(TELLING.nn), count(TELLING.en)];
  const norwegian = nb + nn + count(NORWEGIAN);
  if (norwegian === en) return own;
  if (en > norwegian) return "en";
  if (nb === nn) return own === "nn" ? "nn" : "nb";
  return nb > nn ? "nb" : "nn";
}

/** The language as the API names it. */
export function toldAs(language: Language): LanguageTold {
  return language.toUpperCase() as Uppercase<Language>;
}

/** The tag that goes into `lang`; undefined where the language was not told. */
export function langOf(language: LanguageTold | null | undefined): Language | undefined {
  return language ? (language.toLowerCase() as Lowercase<LanguageTold>) : undefined;
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
