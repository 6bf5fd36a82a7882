import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import styles from "./instruction.module.css";

/** What fits in two lines of a narrow phone needs no button. */
const SHORT = 60;

/** What we are asked to do now. On a phone two lines until one wants the rest: the cards are to be in sight. */
export function Instruction({ text }: { text: string }) {
  const { t } = useTranslation("board");
  const [isOpen, setOpen] = useState(false);
  if (text.length <= SHORT) return text;
  return (
    <span className={styles.instruction} data-open={isOpen || undefined}>
      <span className={styles.words}>{text}</span>
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? "up" : "down"} />
        <span className="ds-sr-only">{t("instruction")}</span>
      </button>
    </span>
  );
}
