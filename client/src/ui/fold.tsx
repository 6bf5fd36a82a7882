import type { ReactNode } from "react";
import { Icon } from "./icons.js";
import styles from "./fold.module.css";

/** Something that can wait behind its summary: the browser's own disclosure. */
export function Fold({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles.fold} open={open}>
      <summary className={styles.summary}>
        {summary}
        <Icon name="down" className={styles.arrow} />
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
