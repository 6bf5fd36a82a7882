import { use, useSyncExternalStore } from "react";
import { changeLanguage, currentLanguage, hasTexts, loadTexts, onLanguage, textOf } from "./i18n.js";
import { localesOf, type Language } from "./languages.js";
import type { KeyOf, NamespaceName } from "./texts.js";
import type { Values } from "./translate.js";

type Wanted = NamespaceName | readonly [NamespaceName, ...NamespaceName[]];
type First<W extends Wanted> = W extends readonly [infer F extends NamespaceName, ...unknown[]] ? F : W;
type All<W extends Wanted> = W extends readonly NamespaceName[] ? W[number] : W;

/** The text of a key of the first namespace, or of another as `namespace:key`. */
export type Translate<W extends Wanted> = (
  key: KeyOf<First<W> & NamespaceName, All<W> & NamespaceName>,
  values?: Values,
) => string;

/** One function for each language and namespace, so that effects which use it run when the language changes only. */
const functions = new Map<string, (key: string, values?: Values) => string>();

function translator(language: Language, namespace: NamespaceName) {
  const name = `${namespace}.${language}`;
  const known = functions.get(name);
  if (known) return known;
  const made = (key: string, values?: Values): string => {
    const colon = key.indexOf(":");
    return colon < 0
      ? textOf(namespace, key, values)
      : textOf(key.slice(0, colon) as NamespaceName, key.slice(colon + 1), values);
  };
  functions.set(name, made);
  return made;
}

/** Texts in the person's language; waits for a namespace that has not been fetched. */
export function useTranslation<const W extends Wanted = "shell">(wanted?: W) {
  const language = useSyncExternalStore(onLanguage, currentLanguage);
  const namespaces = [wanted ?? "shell"].flat() as NamespaceName[];
  for (const namespace of namespaces) if (!hasTexts(namespace)) use(loadTexts(namespace));
  const t = translator(language, namespaces[0] ?? "shell") as Translate<W>;
  return { t, i18n: { language, locales: localesOf(language), changeLanguage } };
}
