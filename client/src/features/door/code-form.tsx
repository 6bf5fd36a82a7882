import { Button } from "../../ui/button.js";
import { Heading } from "../../ui/heading.js";
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useLocation } from "wouter";
import { Field } from "../../ui/field.js";
import { useFirstFocus } from "../../ui/use-first-focus.js";
import { asCode, CODE_LENGTH } from "./join-code.js";
import styles from "./code-form.module.css";

/** Six characters and in: the last character typed opens the door by itself. */
export function CodeForm() {
  const { t } = useTranslation("door");
  const [, navigate] = useLocation();
  const [code, setCode] = useState("");
  const [short, setShort] = useState(false);
  const headingId = useId();
  const first = useFirstFocus<HTMLInputElement>();
  const change = (typed: string) => {
    const next = asCode(typed);
    setCode(next);
    setShort(false);
    if (next.length === CODE_LENGTH && code.length < CODE_LENGTH) navigate(`/j/${next}`);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (code.length === CODE_LENGTH) navigate(`/j/${code}`);
    else setShort(true);
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-labelledby={headingId} noValidate>
      <Heading level={1} id={headingId} className={styles.heading}>
        {t("heading")}
      </Heading>
      <p className={styles.lead}>{t("lead")}</p>
      <Field
        label={t("code")}
        description={t("codeHelp")}
        error={short ? t("shortCode", { count: code.length }) : undefined}
        control={
          <input
            className={styles.code}
            value={code}
            onChange={(event) => change(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="go"
            ref={first}
          />
        }
      />
      <Button type="submit" data-color="brand1" data-size="lg" data-fullwidth>
        {t("enter")}
      </Button>
    </form>
  );
}
