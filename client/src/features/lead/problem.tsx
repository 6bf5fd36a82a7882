import { Icon } from "../../ui/icons.js";
import styles from "./problem.module.css";

/** What to say when an act was not done; said aloud once it is there. */
export function Problem({ text }: { text: string | null }) {
  return (
    <p className={styles.problem} role="alert">
      {text && (
        <>
          <Icon name="refused" />
          <span>{text}</span>
        </>
      )}
    </p>
  );
}
