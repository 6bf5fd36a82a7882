import { useTranslation } from "../../i18n/use-translation.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { type CardKind, toneOf } from "../../ui/kinds.js";
import styles from "./door-picture.module.css";

const WAY: readonly CardKind[] = ["PRACTICE_EXAMPLE", "CHALLENGE", "ANSWER", "IDEA", "TAKEAWAY"];

/** What one comes in to, as a way from one's own practice and home again. */
export function DoorPicture() {
  const { t } = useTranslation(["door", "ui"]);
  return (
    <div className={styles.picture}>
      <p className={styles.motto}>{t("door:motto")}</p>
      <ol className={styles.way} aria-hidden="true">
        {WAY.map((kind) => (
          <li key={kind} data-tone={toneOf(kind)}>
            <span className={styles.station}>
              <Icon name={iconOf(kind)} />
            </span>
            <span className={styles.word}>{t(`ui:kind.${kind}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
