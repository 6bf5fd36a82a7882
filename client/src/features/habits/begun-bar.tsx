import { useTranslation } from "../../i18n/use-translation.js";
import { Button } from "../../ui/button.js";
import { Notice } from "../../ui/notice.js";
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
  const actions = (
    <>
      <Button data-size="sm" variant="secondary" onClick={onGoOn}>
        {t("begun.goOn")}
      </Button>
      <Button data-size="sm" variant="tertiary" onClick={onDrop}>
        {t("begun.drop")}
      </Button>
    </>
  );
  return (
    <Notice icon="pen" isLine actions={actions}>
      <span className={styles.label}>{t("begun.words")}</span> <q>{words}</q>
    </Notice>
  );
}
