import { Icon } from "../../ui/icons.js";
import styles from "./units-so-far.module.css";

/** A house for each unit, filled as the units choose. The words beside it say the same. */
export function UnitsSoFar({ chosen, units }: { chosen: number; units: number }) {
  return (
    <ul className={styles.houses} data-tone="takeaway" aria-hidden="true">
      {Array.from({ length: Math.max(units, chosen) }, (_, index) => (
        <li key={index} data-chosen={index < chosen || undefined}>
          <Icon name="takeaway" />
        </li>
      ))}
    </ul>
  );
}
