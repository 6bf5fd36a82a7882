import { Button } from "../../ui/button.js";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useLocation } from "wouter";
import { Field } from "../../ui/field.js";
import { Fold } from "../../ui/fold.js";
import { tokenOf } from "./join-code.js";
import styles from "./leader-sign-in.module.css";

/** For those who lead: what a sign-in link is, and a place to paste one. */
export function LeaderSignIn() {
  const { t } = useTranslation("door");
  const [, navigate] = useLocation();
  const [link, setLink] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const token = tokenOf(link);
    if (token) navigate(`/inn/${token}`);
    else setWrong(true);
  };
  return (
    <Fold summary={t("forLeaders")}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{t("leadersBody")}</p>
        <Field
          label={t("link")}
          error={wrong ? t("linkWrong") : undefined}
          control={
            <input
              type="url"
              value={link}
              onChange={(event) => setLink(event.target.value)}
              autoComplete="off"
            />
          }
        />
        <Button type="submit" variant="secondary">
          {t("signIn")}
        </Button>
      </form>
    </Fold>
  );
}
