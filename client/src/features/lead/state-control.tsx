import { Tag } from "@digdir/designsystemet-react";
import { ChangeStateDocument, type GatheringState } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { ActButton } from "./act-button.js";
import { Confirm } from "./confirm.js";
import { hasReflection } from "./reflection-time.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./state-control.module.css";

/** Where a gathering may go from each state: on, and one step back as long as nothing is lost by it. */
const WAYS: Record<GatheringState, readonly GatheringState[]> = {
  DRAFT: ["PREPARING"],
  PREPARING: ["LIVE", "DRAFT"],
  LIVE: ["FOLLOW_UP"],
  FOLLOW_UP: ["ARCHIVED", "LIVE"],
  ARCHIVED: [],
};

/** The state, and the ways on from it; each says what will happen before it does. */
export function StateControl({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("lead");
  const [to, setTo] = useState<GatheringState | null>(null);
  return (
    <div className={styles.control}>
      <Tag data-color={gathering.state === "LIVE" ? "success" : "neutral"}>
        {t(`state.is.${gathering.state}`)}
      </Tag>
      {WAYS[gathering.state].map((state, index) => (
        <ActButton
          key={state}
          variant={index === 0 && gathering.state !== "LIVE" ? "secondary" : "tertiary"}
          data-size="sm"
          onPress={() => setTo(state)}
        >
          {t(`state.go.${state}`)}
        </ActButton>
      ))}
      {to && <ConfirmState gathering={gathering} to={to} onClose={() => setTo(null)} />}
    </div>
  );
}

interface ConfirmStateProps {
  gathering: GatheringView;
  to: GatheringState;
  onClose: () => void;
}

function ConfirmState({ gathering, to, onClose }: ConfirmStateProps) {
  const { t } = useTranslation("lead");
  const { run, isBusy, problem } = useLeaderAct(ChangeStateDocument);
  const isWarned = gathering.state === "PREPARING" && to === "LIVE" && !hasReflection(gathering.programme);
  const change = async () => {
    if (await run({ gatheringId: gathering.id, to })) onClose();
  };
  return (
    <Confirm
      open
      danger={to === "ARCHIVED"}
      title={t(`state.go.${to}`)}
      yes={t(`state.go.${to}`)}
      isBusy={isBusy}
      problem={problem}
      onYes={() => void change()}
      onClose={onClose}
    >
      <p>{t(`state.means.${to}`)}</p>
      {isWarned && (
        <p className={styles.warning}>
          <Icon name="refused" /> {t("state.noReflection")}
        </p>
      )}
    </Confirm>
  );
}
