import type { FeedPart } from "@ordskifte/schema";
import type { ReactNode } from "react";
import { useParams } from "wouter";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, useGathering } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { Page } from "../../ui/page.js";
import { DoorState } from "../../ui/states.js";

interface OnlyLeadersProps {
  /** What the page is called until the gathering is there. */
  title: string;
  parts: readonly FeedPart[];
  children: (gathering: GatheringView) => ReactNode;
}

/** The gathering of this address for those who lead it; everybody else is shown the way to the door. */
export function OnlyLeaders({ title, parts, children }: OnlyLeadersProps) {
  const { status, gathering, tryAgain } = useGathering(useParams()["gatheringId"] ?? "", parts);
  if (gathering?.viewer.mayLead) return children(gathering);
  const isClosed = gathering !== null || status === "gone" || status === "stopped";
  return (
    <Page title={title} heading={null} width="narrow">
      {isClosed ? <NotYours /> : <FetchingState isFailed={status === "failed"} onRetry={tryAgain} />}
    </Page>
  );
}

function NotYours() {
  const { t } = useTranslation("lead");
  return (
    <DoorState isPage icon="people" title={t("notYours.title")} back={t("notYours.toDoor")}>
      {t("notYours.body")}
    </DoorState>
  );
}
