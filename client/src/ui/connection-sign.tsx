import { useState } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { Icon } from "./icons.js";
import styles from "./connection-sign.module.css";

export type ConnectionName = "live" | "held" | "reconnecting" | "offline" | "stopped" | "paused";

/**
 * Quiet words about the net. When all is well its place stands empty, and that it is well again is only heard: nothing moves when
 * the net comes and goes. `waiting` counts unsent cards; that they wait for the net says that there is none.
 */
export function ConnectionSign({ state, waiting = 0 }: { state: ConnectionName; waiting?: number }) {
  const { t } = useTranslation("ui");
  const isBack = useIsBack(state);
  const saysState = state === "stopped" || state === "paused" || (state !== "live" && waiting === 0);
  return (
    <div className={styles.place} role="status">
      {isBack && <span className="ds-sr-only">{t("connection.live")}</span>}
      {(saysState || waiting > 0) && (
        <span className={styles.sign} data-net={state}>
          <Icon name={waiting > 0 ? "waiting" : "sending"} />
          {saysState && <span>{t(`connection.${state}`)}</span>}
          {waiting > 0 && <span>{t("connection.waiting", { count: waiting })}</span>}
        </span>
      )}
    </div>
  );
}

/** Whether the net was lost and is back. */
function useIsBack(state: ConnectionName): boolean {
  const [wasLost, setLost] = useState(false);
  if (!wasLost && state !== "live" && state !== "paused") setLost(true);
  return wasLost && state === "live";
}
