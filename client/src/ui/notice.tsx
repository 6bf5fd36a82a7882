import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.js";
import styles from "./notice.module.css";

interface NoticeProps {
  icon: IconName;
  /** `alert` where it comes by itself and has to be dealt with. */
  role?: "alert";
  /** Whether it takes one line on a phone, however long its words are: what it stands above is to be in sight. */
  isLine?: boolean;
  /** Buttons after the words. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A box of quiet words above what they are about, and what one can do about it. */
export function Notice({ icon, role, isLine, actions, children }: NoticeProps) {
  return (
    <div className={styles.notice} role={role} data-line={isLine || undefined}>
      <div className={styles.said}>
        <Icon name={icon} />
        <div className={styles.words}>{children}</div>
      </div>
      {actions}
    </div>
  );
}
