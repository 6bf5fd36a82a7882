import { clsx } from "clsx/lite";
import type { ReactNode } from "react";
import styles from "./table.module.css";

interface TableProps {
  /** What it shows, for those who do not see it. */
  caption: string;
  headings: readonly string[];
  className?: string;
  /** Its rows. */
  children: ReactNode;
}

/** A table that scrolls sideways in itself where the screen is narrower than it. */
export function Table({ caption, headings, className, children }: TableProps) {
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={clsx(styles.table, className)}>
        <caption className="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
