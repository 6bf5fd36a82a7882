/** A catalogue's texts: nested, each leaf a text with `{{names}}` in it. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** What stands in for the `{{names}}`; `count` also chooses between `key_one` and `key_other`. */
export interface Values {
  readonly [name: string]: string | number | null | undefined;
}

/** Finds a text by its path, such as `card.edited`, in the plural form that `count` asks for, and fills it in. */
export function translate(
  texts: Catalogue,
  language: string,
  path: string,
  values: Values = {},
): string | null {
  const text = textAt(texts, path, values["count"], language);
  return text === null ? null : fill(text, values);
}

function textAt(texts: Catalogue, path: string, count: unknown, language: string): string | null {
  if (typeof count !== "number") return leafAt(texts, path);
  return leafAt(texts, `${path}_${pluralOf(language, count)}`) ?? leafAt(texts, path);
}

function leafAt(texts: Catalogue, path: string): string | null {
  let found: string | Catalogue | undefined = texts;
  for (const step of path.split(".")) {
    if (typeof found !== "object") return null;
    found = found[step];
  }
  return typeof found === "string" ? found : null;
}

const plurals = new Map<string, Intl.PluralRules>();

/** Browsers that lack nynorsk count as in bokmål, and the two count alike. */
function pluralOf(language: string, count: number): Intl.LDMLPluralRule {
  const rules = plurals.get(language) ?? new Intl.PluralRules([language, "nb"]);
  plurals.set(language, rules);
  return rules.select(count);
}

function fill(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}
