import { useTranslation } from "../i18n/use-translation.js";
import { Icon } from "./icons.js";
import styles from "./connection-sign.module.css";

export type ConnectionName = "live" | "reconnecting" | "offline" | "stopped";

/** Quiet words about the net. When all is well there is nothing to say. `waiting` counts unsent cards. */
export function ConnectionSign({ state, waiting = 0 }: { state: ConnectionName; waiting?: number }) {
  const { t } = useTranslation("ui");
  return (
    <div className={styles.place} role="status">
      {(state !== "live" || waiting > 0) && (
        <span className={styles.sign} data-state={state}>
          <Icon name={waiting > 0 ? "waiting" : "sending"} />
          {state !== "live" && <span>{t(`connection.${state}`)}</span>}
          {waiting > 0 && <span>{t("connection.waiting", { count: waiting })}</span>}
        </span>
      )}
    </div>
  );
}
