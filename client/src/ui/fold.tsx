import { type ReactNode, useState } from "react";
import { Icon } from "./icons.js";
import styles from "./fold.module.css";

/**
 * Something that can wait behind its summary: the browser's own disclosure. What is inside is made at the first look, or
 * `kept` ready for links that lead into it.
 */
export function Fold({
  summary,
  open = false,
  kept = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  kept?: boolean;
  children: ReactNode;
}) {
  const [wasOpen, setWasOpen] = useState(open);
  return (
    <details className={styles.fold} open={open} onToggle={() => setWasOpen(true)}>
      <summary className={styles.summary}>
        {summary}
        <Icon name="down" className={styles.arrow} />
      </summary>
      {(open || wasOpen || kept) && <div className={styles.body}>{children}</div>}
    </details>
  );
}
