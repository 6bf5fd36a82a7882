import { Button } from "../../ui/button.js";
import type { ReactNode, SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Dialog } from "../../ui/dialog.js";
import { Icon } from "../../ui/icons.js";
import styles from "./act-dialog.module.css";

interface ActDialogProps {
  open: boolean;
  title: string;
  /** What the button says. */
  act: string;
  isBusy: boolean;
  problem: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A window with one form in it. */
export function ActDialog({
  open,
  title,
  act,
  isBusy,
  problem,
  onSubmit,
  onClose,
  children,
}: ActDialogProps) {
  const { t } = useTranslation("network");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {children}
        <p className={styles.problem} role="alert">
          {problem && (
            <>
              <Icon name="refused" /> {problem}
            </>
          )}
        </p>
        <p className={styles.buttons}>
          <Button type="submit" loading={isBusy}>
            {act}
          </Button>
          <Button type="button" variant="tertiary" onClick={onClose}>
            {t("cancel")}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
