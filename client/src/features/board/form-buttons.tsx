import type { ReactNode } from "react";
import styles from "./form-buttons.module.css";

/** The buttons at the foot of a form, the main one first. */
export function FormButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
