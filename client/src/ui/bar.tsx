import styles from "./bar.module.css";

interface BarProps {
  /** How much of its length is filled, from 0 to 1. */
  share: number;
  /** Of what came first. */
  isFirst?: boolean;
}

/** A share as a length, beside the number that says the same. */
export function Bar({ share, isFirst = false }: BarProps) {
  return (
    <div className={styles.bar} data-first={isFirst || undefined} aria-hidden="true">
      <span style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
