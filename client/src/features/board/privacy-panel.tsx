import { Button } from "../../ui/button.js";
import { useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { FormButtons } from "./form-buttons.js";
import type { PrivacyHint } from "./privacy-check.js";
import styles from "./words-form.module.css";

interface PrivacyCheckProps {
  readonly hints: readonly PrivacyHint[];
  readonly onBack: () => void;
  readonly onSend: () => void;
}

/** A friendly question before words that might point at somebody are put on the board. */
export function PrivacyCheck({ hints, onBack, onSend }: PrivacyCheckProps) {
  const { t } = useTranslation("board");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.check}>
      <h3 ref={heading} tabIndex={-1}>
        {t("check.title")}
      </h3>
      <ul className={styles.hints}>
        {hints.map((hint) => (
          <li key={hint}>{t(`check.${hint}`)}</li>
        ))}
      </ul>
      <p>{t("check.body")}</p>
      <FormButtons>
        <Button onClick={onBack}>{t("check.back")}</Button>
        <Button variant="secondary" onClick={onSend}>
          {t("check.send")}
        </Button>
      </FormButtons>
    </div>
  );
}
