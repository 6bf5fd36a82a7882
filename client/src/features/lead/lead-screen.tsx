import { clsx } from "clsx/lite";
import { useMemo, useState } from "react";
import type { FeedPart } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import type { GatheringView } from "../../live/index.js";
import { Page } from "../../ui/page.js";
import { EmptyState } from "../../ui/states.js";
import { DoorPanel } from "./door-panel.js";
import { GroupTiles } from "./group-tiles.js";
import { LookBar } from "./look-bar.js";
import { LookingContext } from "./looking.js";
import { NowPanel } from "./now-panel.js";
import { OnlyLeaders } from "./only-leaders.js";
import { PeoplePanel } from "./people-panel.js";
import { ProgrammePanel } from "./programme-panel.js";
import { ProjectorPanel } from "./projector-panel.js";
import { StateControl } from "./state-control.js";
import { VotePanel } from "./vote-panel.js";
import styles from "./lead-screen.module.css";

const parts: readonly FeedPart[] = ["PROGRAMME", "GROUPS", "PEOPLE", "VOTING"];

/** The leader's console: everything that one person needs to run the day. */
export default function LeadScreen() {
  const { t } = useTranslation("lead");
  return (
    <OnlyLeaders title={t("title")} parts={parts}>
      {(gathering) => <Console gathering={gathering} />}
    </OnlyLeaders>
  );
}

function Console({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("lead");
  return (
    <Page
      title={`${t("title")} – ${gathering.title}`}
      heading={gathering.title}
      actions={
        <>
          <Link className={clsx("os-alone", styles.mine)} to={`/g/${gathering.id}`}>
            {t("toMine")}
          </Link>
          <StateControl gathering={gathering} />
        </>
      }
      width="full"
      className={styles.page}
    >
      {gathering.state === "ARCHIVED" ? (
        <Over gatheringId={gathering.id} />
      ) : (
        <Panels gathering={gathering} />
      )}
    </Page>
  );
}

/** What is archived is not led any more. */
function Over({ gatheringId }: { gatheringId: string }) {
  const { t } = useTranslation("lead");
  const link = (
    <Link className="os-alone" to={`/g/${gatheringId}/revisit`}>
      {t("over.revisit")}
    </Link>
  );
  return (
    <EmptyState icon="theory" title={t("over.title")} action={link}>
      {t("over.body")}
    </EmptyState>
  );
}

function Panels({ gathering }: { gathering: GatheringView }) {
  const [at, look] = useState<string | null>(null);
  const looking = useMemo(() => ({ at, look }), [at]);
  const lookedAt = gathering.programme.find(({ id }) => id === at && id !== gathering.currentItemId);
  // The tiles follow the eyes; nobody else does.
  const seen = lookedAt ? { ...gathering, currentItemId: lookedAt.id } : gathering;
  return (
    <LookingContext value={looking}>
      <div className={styles.console}>
        <div className={styles.middle}>
          <NowPanel gathering={gathering} />
          {lookedAt && <LookBar gathering={gathering} item={lookedAt} />}
          <div className={styles.groups}>
            <GroupTiles gathering={seen} />
          </div>
        </div>
        <div className={styles.programme}>
          <ProgrammePanel gathering={gathering} />
        </div>
        <div className={styles.side}>
          <ProjectorPanel gathering={gathering} />
          <VotePanel gathering={gathering} />
          <DoorPanel gathering={gathering} />
          <PeoplePanel gathering={gathering} />
        </div>
      </div>
    </LookingContext>
  );
}
