import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import styles from "./words-form.module.css";

interface PastedPointsProps {
  readonly points: readonly string[];
  readonly onOne: () => void;
  readonly onMany: () => void;
}

/** Asks whether a list that was pasted should be one card, or one card a point. */
export default function PastedPoints({ points, onOne, onMany }: PastedPointsProps) {
  const { t } = useTranslation("habits");
  return (
    <div className={styles.pasted} role="group" aria-label={t("paste.found", { count: points.length })}>
      <p role="status">{t("paste.found", { count: points.length })}</p>
      <Button variant="secondary" data-size="sm" onClick={onMany}>
        {t("paste.many", { count: points.length })}
      </Button>
      <Button variant="tertiary" data-size="sm" onClick={onOne}>
        {t("paste.one")}
      </Button>
    </div>
  );
}
