import styles from "./name-mark.module.css";

/** The mark (two turns of speech) and the name. `name` comes from the texts of the shell. */
export function NameMark({ name }: { name: string }) {
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path
          className={styles.first}
          d="M12 3a9 9 0 0 0-6.6 15.1L4.6 22a.8.8 0 0 0 1.1.9l3.5-1.6A9 9 0 1 0 12 3Z"
        />
        <path
          className={styles.second}
          d="M20 11a9 9 0 0 1 6.6 15.1l.8 3.4a.7.7 0 0 1-1 .8l-3.3-1.3A9 9 0 1 1 20 11Z"
        />
      </svg>
      <span>{name}</span>
    </span>
  );
}
