import type { FeedPart } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link, useParams } from "wouter";
import { type GatheringView, useGathering } from "../../live/index.js";
import { Page } from "../../ui/page.js";
import { EmptyState, LoadingState } from "../../ui/states.js";
import { StateControl } from "../lead/state-control.js";
import { AboutPanel } from "./about-panel.js";
import { FitPanel } from "./fit-panel.js";
import { PlanLinks } from "./plan-links.js";
import { ProgrammeEditor } from "./programme-editor.js";
import styles from "./plan-screen.module.css";

const parts: readonly FeedPart[] = ["PROGRAMME", "GROUPS"];

/** Before the day: what happens when, who works together, and under which rules. */
export default function PlanScreen() {
  const { t } = useTranslation("plan");
  const { status, gathering } = useGathering(useParams()["gatheringId"] ?? "", parts);
  if (gathering?.viewer.mayLead) return <Plan gathering={gathering} />;
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

function Plan({ gathering }: { gathering: GatheringView }) {
  return (
    <Page
      title={gathering.title}
      above={<PlanLinks gatheringId={gathering.id} networkId={gathering.networkId} here="plan" />}
      actions={<StateControl gathering={gathering} />}
      width="full"
      className={styles.page}
    >
      <div className={styles.columns}>
        <ProgrammeEditor gathering={gathering} />
        <div className={styles.side}>
          <AboutPanel key={gathering.startsAt} gathering={gathering} />
          <FitPanel gathering={gathering} />
        </div>
      </div>
    </Page>
  );
}
