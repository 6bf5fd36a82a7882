import { useTranslation } from "./use-translation.js";
import { isLanguage, type Language } from "./languages.js";

/** The language of the interface, now. */
export function useLanguage(): Language {
  const { language } = useTranslation().i18n;
  return isLanguage(language) ? language : "nb";
}
