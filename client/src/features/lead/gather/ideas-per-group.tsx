import { limits, SetIdeasPerGroupDocument } from "@ordskifte/schema";
import { useTranslation } from "../../../i18n/use-translation.js";
import type { GatheringView } from "../../../live/index.js";
import { ActButton } from "../act-button.js";
import { Problem } from "../problem.js";
import { useLeaderAct } from "../use-leader-act.js";
import styles from "./gather.module.css";

/** How many each group may send. */
export function IdeasPerGroup({ gathering: { id, ideasPerGroup } }: { gathering: GatheringView }) {
  const { t } = useTranslation("gather");
  const { run, isBusy, problem } = useLeaderAct(SetIdeasPerGroupDocument);
  const { min, max } = limits.ideasPerGroup;
  const set = (limit: number) => void run({ gatheringId: id, limit });
  return (
    <div className={styles.limit}>
      <span>{t("limit", { count: ideasPerGroup })}</span>
      <ActButton
        variant="secondary"
        data-size="sm"
        icon="minus"
        isBusy={isBusy}
        disabled={ideasPerGroup <= min}
        aria-label={t("fewer")}
        onPress={() => set(ideasPerGroup - 1)}
      >
        {""}
      </ActButton>
      <ActButton
        variant="secondary"
        data-size="sm"
        icon="plus"
        isBusy={isBusy}
        disabled={ideasPerGroup >= max}
        aria-label={t("more")}
        onPress={() => set(ideasPerGroup + 1)}
      >
        {""}
      </ActButton>
      <Problem text={problem} />
    </div>
  );
}
