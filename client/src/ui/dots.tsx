import type { KeyboardEvent } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { Icon } from "./icons.js";
import styles from "./dots.module.css";

export interface DotsProps {
  /** What the dots are given to, said with the buttons. */
  idea: string;
  value: number;
  /** Most on one idea. */
  max: number;
  /** Dots not yet given. */
  left: number;
  disabled?: boolean;
  /** Beside a text: the dots lie under the buttons, and the text has the room. */
  isTight?: boolean;
  onChange: (value: number) => void;
}

/** Gives and takes back dots: two buttons, or the arrow and plus/minus keys while either has focus. */
export function Dots({ idea, value, max, left, disabled = false, isTight, onChange }: DotsProps) {
  const { t } = useTranslation("ui");
  const mayAdd = !disabled && value < max && left > 0;
  const mayRemove = !disabled && value > 0;
  const add = () => mayAdd && onChange(value + 1);
  const remove = () => mayRemove && onChange(value - 1);
  const keys = (event: KeyboardEvent) => onKey(event, add, remove);
  return (
    <div className={styles.dots} data-tight={isTight || undefined} role="group" aria-label={idea}>
      <button
        type="button"
        className={styles.button}
        aria-disabled={!mayRemove}
        onClick={remove}
        onKeyDown={keys}
      >
        <Icon name="minus" />
        <span className="ds-sr-only">{t("dots.remove", { idea })}</span>
      </button>
      <span className={styles.given}>
        <DotRow value={value} max={max} />
        <span className="ds-sr-only" role="status">
          {value > 0 ? t("dots.given", { count: value }) : t("dots.none")}
        </span>
      </span>
      <button
        type="button"
        className={styles.button}
        data-main
        aria-disabled={!mayAdd}
        onClick={add}
        onKeyDown={keys}
      >
        <Icon name="plus" />
        <span className="ds-sr-only">{t("dots.add", { idea })}</span>
      </button>
    </div>
  );
}

function DotRow({ value, max }: { value: number; max: number }) {
  if (max > 5) return <span className={styles.number}>{value}</span>;
  return (
    <span className={styles.row} aria-hidden="true">
      {Array.from({ length: max }, (_, index) => (
        <span key={index} className={styles.dot} data-given={index < value || undefined} />
      ))}
    </span>
  );
}

function onKey(event: KeyboardEvent, add: () => void, remove: () => void): void {
  const more = ["+", "ArrowUp", "ArrowRight"].includes(event.key);
  const less = ["-", "ArrowDown", "ArrowLeft"].includes(event.key);
  if (!more && !less) return;
  event.preventDefault();
  if (more) add();
  else remove();
}
