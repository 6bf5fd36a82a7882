import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Button } from "../../ui/button.js";
import { Dialog } from "../../ui/dialog.js";
import { ActButton } from "./act-button.js";
import { Problem } from "./problem.js";

interface ConfirmProps {
  open: boolean;
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The button's words: what is done. */
  yes: string;
  danger?: boolean;
  isBusy: boolean;
  problem: string | null;
  onYes: () => void;
  onClose: () => void;
}

/** Asks before something that everybody will notice. */
export function Confirm({
  open,
  title,
  children,
  yes,
  danger = false,
  isBusy,
  problem,
  onYes,
  onClose,
}: ConfirmProps) {
  const { t } = useTranslation("lead");
  const actions = (
    <>
      <ActButton isBusy={isBusy} data-color={danger ? "danger" : "accent"} onPress={onYes}>
        {yes}
      </ActButton>
      <Button variant="tertiary" onClick={onClose}>
        {t("cancel")}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={title} onClose={onClose} actions={actions}>
      {children}
      <Problem text={problem} />
    </Dialog>
  );
}
