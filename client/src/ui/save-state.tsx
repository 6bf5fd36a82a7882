import { useTranslation } from "../i18n/use-translation.js";
import { Icon } from "./icons.js";
import styles from "./save-state.module.css";

export type SaveStateName = "saved" | "sending" | "waiting" | "refused";

/** How far a card has come: a mark and a word, never colour alone. */
export function SaveState({ state, why }: { state: SaveStateName; why?: string }) {
  const { t } = useTranslation("ui");
  return (
    <span className={styles.state} data-state={state}>
      <Icon name={state} />
      {t(`card.${state}`)}
      {why && <span className={styles.why}>{why}</span>}
    </span>
  );
}
