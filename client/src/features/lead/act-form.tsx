import type { ReactNode, SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Button } from "../../ui/button.js";
import { ActButton } from "./act-button.js";
import styles from "./forms.module.css";
import { Problem } from "./problem.js";

interface ActFormProps {
  /** What the button that does it says. */
  act: string;
  isBusy: boolean;
  problem: string | null;
  onSubmit: () => Promise<void>;
  onCancel: () => void;
  children: ReactNode;
}

/** What a leader fills in in a dialog: the fields, then why it was not done, and the two ways out. */
export function ActForm({ act, isBusy, problem, onSubmit, onCancel, children }: ActFormProps) {
  const { t } = useTranslation("lead");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      <Problem text={problem} />
      <div className={styles.buttons}>
        <ActButton type="submit" isBusy={isBusy}>
          {act}
        </ActButton>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
