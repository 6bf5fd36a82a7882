import type { FeedPart } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { EmptyState } from "../../ui/states.js";
import { ForLeaders } from "./for-leaders.js";
import { GroupReport } from "./group-report.js";
import { MakePanel } from "./make-panel.js";
import { MovesPanel } from "./moves-panel.js";
import { Tables } from "./tables.js";
import { useSeating } from "./use-seating.js";
import { WishPanel } from "./wish-panel.js";
import styles from "./plan-screen.module.css";

const parts: readonly FeedPart[] = ["PROGRAMME", "GROUPS", "PEOPLE"];

/** Who sits with whom: made, wished for, reported on, and changed by hand. */
export default function GroupsScreen() {
  return (
    <ForLeaders here="groups" parts={parts}>
      {(gathering) => <Groups gathering={gathering} />}
    </ForLeaders>
  );
}

function Groups({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plan");
  const { seating, isFailed, refetch } = useSeating(gathering);
  const across = gathering.groups.filter(({ arena }) => arena === "CROSS");
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        {seating && <MovesPanel gatheringId={gathering.id} groups={across} seating={seating} />}
        {across.length > 0 ? (
          <Tables
            gatheringId={gathering.id}
            groups={across}
            seating={seating}
            onMoved={() => void refetch()}
          />
        ) : (
          <EmptyState icon="people" title={t("groups.none")}>
            {t("groups.noneBody")}
          </EmptyState>
        )}
      </div>
      <div className={styles.side}>
        <MakePanel gathering={gathering} round={seating?.round ?? 0} />
        {!seating && <FetchingState isFailed={isFailed} onRetry={refetch} />}
        {seating && seating.round > 0 && <GroupReport seating={seating} />}
        {seating && (
          <WishPanel gatheringId={gathering.id} seating={seating} onChanged={() => void refetch()} />
        )}
      </div>
    </div>
  );
}
