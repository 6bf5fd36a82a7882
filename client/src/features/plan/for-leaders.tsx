import type { FeedPart } from "@ordskifte/schema";
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Page } from "../../ui/page.js";
import { OnlyLeaders } from "../lead/only-leaders.js";
import { StateControl } from "../lead/state-control.js";
import { PlanLinks, type Place } from "./plan-links.js";
import styles from "./plan-screen.module.css";

interface ForLeadersProps {
  here: Place;
  parts: readonly FeedPart[];
  children: (gathering: GatheringView) => ReactNode;
}

/** The frame of the pages where a gathering is planned, for those who lead it and nobody else. */
export function ForLeaders({ here, parts, children }: ForLeadersProps) {
  const { t } = useTranslation("plan");
  return (
    <OnlyLeaders title={t("title")} parts={parts}>
      {(gathering) => (
        <Page
          title={`${t(`places.${here}`)} – ${gathering.title}`}
          heading={gathering.title}
          above={<PlanLinks gatheringId={gathering.id} networkId={gathering.networkId} here={here} />}
          actions={<StateControl gathering={gathering} />}
          width="full"
          className={styles.page}
        >
          {children(gathering)}
        </Page>
      )}
    </OnlyLeaders>
  );
}
