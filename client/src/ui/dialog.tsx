import { Dialog as DsDialog, Heading } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./dialog.module.css";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Buttons at the bottom, the main one first. */
  actions?: ReactNode;
  /** As wide as the screen gives room for, for pictures. */
  wide?: boolean;
  children: ReactNode;
}

/** A modal window: the browser's own dialog keeps the focus inside, and Escape closes. */
export function Dialog({ open, onClose, title, actions, wide, children }: DialogProps) {
  const { t } = useTranslation("ui");
  return (
    <DsDialog
      open={open}
      onClose={onClose}
      closeButton={t("close")}
      closedby="any"
      aria-label={title}
      className={wide ? styles.wide : undefined}
    >
      <Heading level={2} data-size="sm" className={styles.title}>
        {title}
      </Heading>
      {open && children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </DsDialog>
  );
}
