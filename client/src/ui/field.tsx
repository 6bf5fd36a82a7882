import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { clsx } from "clsx/lite";
import { Icon } from "./icons.js";
import styles from "./field.module.css";

type Control = ReactElement<{
  id?: string;
  className?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}>;

export interface FieldProps {
  label: string;
  description?: ReactNode;
  error?: string;
  /** "12 / 120" or the like, at the field's foot. */
  counter?: ReactNode;
  /** An input, textarea or select; it gets its id, its description and its error from here. */
  control: Control;
}

/** A labelled control with help and error tied to it. Looks as Designsystemet's field without its web components. */
export function Field({ label, description, error, counter, control }: FieldProps) {
  const id = useId();
  const parts = [description && `${id}-help`, counter && `${id}-count`, error && `${id}-error`].filter(
    Boolean,
  );
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {description && (
        <p className={styles.help} id={`${id}-help`}>
          {description}
        </p>
      )}
      {cloneElement(control, {
        id,
        className: clsx("ds-input", control.props.className),
        "aria-describedby": parts.join(" ") || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {counter && (
        <p className={styles.help} id={`${id}-count`}>
          {counter}
        </p>
      )}
      <p className={styles.error} id={`${id}-error`} aria-live="polite">
        {error && (
          <>
            <Icon name="refused" /> {error}
          </>
        )}
      </p>
    </div>
  );
}
