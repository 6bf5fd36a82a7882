import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { signsNow } from "../running/use-sign.js";
import styles from "./ready-count.module.css";

/** How many of all are ready, and how many ask for somebody; the tiles say where they sit. */
export function ReadyCount({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("lead");
  if (gathering.state !== "LIVE") return null;
  const { ready, hands } = signsNow(gathering);
  return (
    <p className={styles.count}>
      {t("ready.count", { ready, people: gathering.headCount.people })}
      {hands > 0 && (
        <span className={styles.hands}>
          <Icon name="hand" />
          {t("ready.hands", { count: hands })}
        </span>
      )}
    </p>
  );
}
