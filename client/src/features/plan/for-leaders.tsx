import type { FeedPart } from "@ordskifte/schema";
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link, useParams } from "wouter";
import { type GatheringView, useGathering } from "../../live/index.js";
import { Page } from "../../ui/page.js";
import { EmptyState, LoadingState } from "../../ui/states.js";
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
  const { status, gathering } = useGathering(useParams()["gatheringId"] ?? "", parts);
  if (gathering?.viewer.mayLead)
    return (
      <Page
        title={gathering.title}
        above={<PlanLinks gatheringId={gathering.id} networkId={gathering.networkId} here={here} />}
        actions={<StateControl gathering={gathering} />}
        width="full"
        className={styles.page}
      >
        {children(gathering)}
      </Page>
    );
  const isClosed = gathering !== null || status === "gone" || status === "stopped";
  return (
    <Page title={t("title")} heading={null} width="narrow">
      {isClosed ? <NotYours /> : <LoadingState />}
    </Page>
  );
}

function NotYours() {
  const { t } = useTranslation("lead");
  return (
    <EmptyState icon="people" title={t("notYours.title")} action={<Link to="/">{t("notYours.toDoor")}</Link>}>
      {t("notYours.body")}
    </EmptyState>
  );
}
