import type { CSSProperties } from "react";
import type { GatheringView } from "../../live/index.js";
import styles from "./programme-line.module.css";

/** The day as a line along the upper edge, each part as long as it lasts: the hall sees how far it has come. */
export function ProgrammeLine({ programme, currentItemId }: GatheringView) {
  const at = programme.findIndex(({ id }) => id === currentItemId);
  if (at < 0) return null;
  return (
    <div className={styles.line} aria-hidden="true">
      {programme.map(({ id, minutes }, index) => (
        <span
          key={id}
          data-time={index === at ? "now" : index < at ? "past" : "ahead"}
          style={{ "--minutes": Math.max(5, minutes) } as CSSProperties}
        />
      ))}
    </div>
  );
}
