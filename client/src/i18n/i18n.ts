import { persistently } from "../app/persistently.js";
import { isLanguage, rememberLanguage, startingLanguage, type Language } from "./languages.js";
import type { NamespaceName } from "./texts.js";
import { translate, type Catalogue, type Values } from "./translate.js";

/**
 * Catalogues are files `texts/<namespace>.<language>.ts`, here for what every screen needs and beside a feature for its
 * own. Each is a chunk of its own, so a phone fetches one language of the screens it opens.
 */
const catalogues = import.meta.glob<{ default: Catalogue }>(["./texts/*.ts", "../features/*/texts/*.ts"]);

const byName = new Map(
  Object.entries(catalogues).map(([path, load]) => [path.slice(path.lastIndexOf("/") + 1, -3), load]),
);

const held = new Map<string, Catalogue>();
const onTheirWay = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();
let language: Language = "nb";

export function currentLanguage(): Language {
  return language;
}

/** Calls `listener` when the language has changed; answers how to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves when the texts of the shell are there, so that the first paint has words. */
export async function startI18n(): Promise<void> {
  language = startingLanguage();
  await loadTexts("shell", "ui", "refusals");
  tell();
}

/** Fetches texts in the present language; they are there at once when they have been fetched before. */
export async function loadTexts(...namespaces: readonly string[]): Promise<void> {
  await Promise.all(namespaces.map((namespace) => fetchTexts(`${namespace}.${language}`)));
}

export function hasTexts(namespace: NamespaceName): boolean {
  return held.has(`${namespace}.${language}`);
}

/** Fetches everything that is on the screen in the new language, and changes over when it is there. */
export async function changeLanguage(code: string): Promise<void> {
  if (!isLanguage(code)) return;
  const shown = new Set([...held.keys()].map((name) => name.slice(0, name.indexOf("."))));
  await Promise.all([...shown].map((namespace) => fetchTexts(`${namespace}.${code}`)));
  language = code;
  tell();
}

/** The text of `key` in the present language; the key itself where there is none. */
export function textOf(namespace: NamespaceName, key: string, values?: Values): string {
  const texts = held.get(`${namespace}.${language}`);
  return (texts && translate(texts, language, key, values)) ?? key;
}

function fetchTexts(name: string): Promise<void> {
  const known = onTheirWay.get(name);
  if (known) return known;
  const load = byName.get(name);
  if (!load) return Promise.reject(new Error(`No texts ${name}`));
  const coming = persistently(load).then((texts) => void held.set(name, texts.default));
  onTheirWay.set(name, coming);
  coming.catch(() => onTheirWay.delete(name));
  return coming;
}

function tell(): void {
  document.documentElement.lang = language;
  rememberLanguage(language);
  for (const listener of listeners) listener();
}
