import { useTranslation } from "../../i18n/use-translation.js";
import { Dialog } from "../../ui/dialog.js";
import { turnKeys, useKeysAreOn } from "./keys.js";
import styles from "./help.module.css";

const SHEET = ["n", "j", "k", "r", "v", "u", "g", "?"] as const;

/** Whom to ask, how the screens behave, and what the single keys do. */
export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("habits");
  return (
    <Dialog open={open} onClose={onClose} title={t("help.title")}>
      <p>{t("help.ask")}</p>
      <p>{t("help.leading")}</p>
      <h3>{t("help.how")}</h3>
      <ul className={styles.how}>
        <li>{t("help.follows")}</li>
        <li>{t("help.kept")}</li>
        <li>{t("help.back")}</li>
      </ul>
      <KeySheet />
    </Dialog>
  );
}

/** The single keys, and a way to turn them off. */
function KeySheet() {
  const { t } = useTranslation("habits");
  const isOn = useKeysAreOn();
  return (
    <section className={styles.keys}>
      <h3>{t("keys.title")}</h3>
      <p>{t("keys.body")}</p>
      <dl className={styles.sheet}>
        {SHEET.map((key) => (
          <div key={key} className={styles.line}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{t(`keys.does.${key === "?" ? "sheet" : key}`)}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.choice}>
        <input type="checkbox" checked={isOn} onChange={(event) => turnKeys(event.target.checked)} />
        {t("keys.on")}
      </label>
    </section>
  );
}
