import { useTranslation } from "../../i18n/use-translation.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icons.js";
import styles from "./begun-bar.module.css";

interface BegunBarProps {
  /** What was written so far, in short. */
  words: string;
  onGoOn: () => void;
  onDrop: () => void;
}

/** Something that was begun and not sent: it is where one left it, one press away. */
export function BegunBar({ words, onGoOn, onDrop }: BegunBarProps) {
  const { t } = useTranslation("habits");
  return (
    <div className={styles.begun}>
      <Icon name="pen" />
      <p className={styles.words}>
        <span className={styles.label}>{t("begun.words")}</span> <q>{words}</q>
      </p>
      <Button data-size="sm" variant="secondary" onClick={onGoOn}>
        {t("begun.goOn")}
      </Button>
      <Button data-size="sm" variant="tertiary" onClick={onDrop}>
        {t("begun.drop")}
      </Button>
    </div>
  );
}
