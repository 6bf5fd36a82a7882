import { useTranslation } from "../i18n/use-translation.js";
import { LANGUAGES } from "../i18n/languages.js";
import { Icon } from "../ui/icons.js";
import styles from "./language-switch.module.css";

/** Changes the interface's language on this device; each language is named in itself. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <label className={styles.switch}>
      <Icon name="globe" />
      <span className="ds-sr-only">{t("language")}</span>
      <select value={i18n.language} onChange={(event) => void i18n.changeLanguage(event.target.value)}>
        {LANGUAGES.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
