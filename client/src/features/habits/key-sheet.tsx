import { useTranslation } from "../../i18n/use-translation.js";
import { Dialog } from "../../ui/dialog.js";
import { turnKeys, useKeysAreOn } from "./keys.js";
import styles from "./key-sheet.module.css";

const SHEET = ["n", "j", "k", "r", "v", "u", "g", "?"] as const;

/** What the single keys do, and a way to turn them off. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("habits");
  const isOn = useKeysAreOn();
  return (
    <Dialog open={open} onClose={onClose} title={t("keys.title")}>
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
    </Dialog>
  );
}
