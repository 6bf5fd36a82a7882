import { useId } from "react";
import styles from "./choices.module.css";

interface ChoicesProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; label: string; disabled?: boolean }[];
  /** What stands now; null for none of them. */
  value: Value | null;
  isBusy?: boolean;
  /** `line` has its label beside the buttons where there is room. */
  form?: "row" | "line" | "grid";
  onChoose: (value: Value) => void;
}

/** A few buttons of which one stands; pressing another does it at once. */
export function Choices<Value extends string>({
  label,
  choices,
  value,
  isBusy = false,
  form = "row",
  onChoose,
}: ChoicesProps<Value>) {
  const id = useId();
  return (
    <div className={styles.choices} data-form={form}>
      <span className={styles.label} id={id}>
        {label}
      </span>
      <div className={styles.buttons} role="group" aria-labelledby={id} data-form={form}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            className={styles.choice}
            aria-pressed={choice.value === value}
            aria-disabled={choice.disabled || isBusy || undefined}
            onClick={() => !choice.disabled && !isBusy && onChoose(choice.value)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </div>
  );
}
