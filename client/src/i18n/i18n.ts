import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { persistently } from "../app/persistently.js";
import { isLanguage, rememberLanguage, startingLanguage } from "./languages.js";

type CatalogueModule = { default: Record<string, unknown> };

/**
 * Catalogues are files `texts/<namespace>.<language>.ts`, here for what every screen needs and beside a feature for its
 * own. Each is a chunk of its own, so a phone fetches one language of the screens it opens.
 */
const catalogues = import.meta.glob<CatalogueModule>(["./texts/*.ts", "../features/*/texts/*.ts"]);

const byName = new Map(
  Object.entries(catalogues).map(([path, load]) => [path.slice(path.lastIndexOf("/") + 1, -3), load]),
);

/** A backend may answer `read` with a promise when it takes two arguments. */
const chunks = {
  type: "backend" as const,
  init() {},
  read: (language: string, namespace: string) => fetchTexts(language, namespace),
};

async function fetchTexts(language: string, namespace: string): Promise<Record<string, unknown>> {
  const load = byName.get(`${namespace}.${language}`);
  if (!load) throw new Error(`No texts for ${namespace} in ${language}`);
  return (await persistently(load)).default;
}

/** Resolves when the texts of the shell are there, so that the first paint has words. */
export async function startI18n(): Promise<void> {
  i18next.on("languageChanged", markDocument);
  await i18next
    .use(chunks)
    .use(initReactI18next)
    .init({
      lng: startingLanguage(),
      fallbackLng: false,
      ns: ["shell", "ui", "refusals"],
      defaultNS: "shell",
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** Fetches a screen's texts alongside its code. */
export function loadTexts(...namespaces: string[]): Promise<void> {
  return i18next.loadNamespaces(namespaces);
}

function markDocument(code: string): void {
  document.documentElement.lang = code;
  if (isLanguage(code)) rememberLanguage(code);
}
