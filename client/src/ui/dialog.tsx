import { clsx } from "clsx/lite";
import { type MouseEvent, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { Button } from "./button.js";
import { Heading } from "./heading.js";
import { useBackCloses } from "./use-back-closes.js";
import styles from "./dialog.module.css";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Buttons at the bottom, the main one first. */
  actions?: ReactNode;
  /** As wide as the screen gives room for, for pictures. */
  wide?: boolean;
  /** The address says that it is open, so Back closes it by itself. */
  hasAddress?: boolean;
  children: ReactNode;
}

/**
 * A modal window: the browser's own dialog keeps the focus inside. Escape, the cross, a press beside it and the
 * browser's Back close it. Designsystemet's looks; its component closes by commands that older phones do not know.
 */
export function Dialog({ open, onClose, title, actions, wide, hasAddress = false, children }: DialogProps) {
  const { t } = useTranslation("ui");
  const window = useOpenWindow(open);
  useBackCloses(open && !hasAddress, onClose);
  return (
    <dialog
      ref={window}
      className={clsx("ds-dialog", styles.dialog, wide && styles.wide)}
      data-placement="center"
      aria-label={title}
      onClose={() => open && onClose()}
      {...useClosesBeside(onClose)}
    >
      <Button
        icon
        variant="tertiary"
        data-color="neutral"
        data-command="close"
        aria-label={t("close")}
        onClick={onClose}
      />
      <Heading level={2} data-size="sm" className={styles.title}>
        {title}
      </Heading>
      {open && children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  );
}

/** Where somebody who opens a form wants to be: a phone then shows its keys at once. */
const TO_WRITE_IN = "input:not([type]), input[type=text], textarea";

/** Opens and closes the element as `open` says. */
function useOpenWindow(open: boolean) {
  const window = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = window.current;
    if (!element || element.open === open) return;
    if (!open) return element.close();
    element.showModal();
    element.querySelector<HTMLElement>(TO_WRITE_IN)?.focus();
  }, [open]);
  return window;
}

/** A press that begins and ends beside the window closes it; one that began in a field does not. */
function useClosesBeside(onClose: () => void) {
  const began = useRef(false);
  return {
    onPointerDown: (event: PointerEvent<HTMLDialogElement>) => void (began.current = isBeside(event)),
    onClick: (event: MouseEvent<HTMLDialogElement>) => {
      if (began.current && isBeside(event)) onClose();
    },
  };
}

function isBeside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
