import { useTranslation } from "../../i18n/use-translation.js";
import { Link, useParams } from "wouter";
import { type GatheringView, useGathering } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { Fold } from "../../ui/fold.js";
import { Page } from "../../ui/page.js";
import { StageStrip } from "../../ui/stage-strip.js";
import { DoorState } from "../../ui/states.js";
import { MoveOffer, SignBar, TurnBar } from "../running/later.js";
import { AllBoards } from "./all-boards.js";
import { itemAtHand } from "./at-hand.js";
import { CalendarButton } from "./calendar-button.js";
import { LeaderLinks } from "./leader-links.js";
import { MyCards } from "./my-cards.js";
import { MyGroup } from "./my-group.js";
import { NowCard } from "./now-card.js";
import { SeatLine } from "./seat-line.js";
import { seatIn } from "./seat.js";
import styles from "./gathering-screen.module.css";

/** Phone first: where we are, the clock, my group, and the one thing to do now. */
export default function GatheringScreen() {
  const { t } = useTranslation("gathering");
  const { status, gathering, tryAgain } = useGathering(useParams()["gatheringId"] ?? "");
  if (gathering) return <MyGathering gathering={gathering} />;
  return (
    <Page title={t("title")} heading={null} width="narrow">
      {status === "gone" || status === "stopped" ? (
        <Gone />
      ) : (
        <FetchingState isFailed={status === "failed"} onRetry={tryAgain} />
      )}
    </Page>
  );
}

function MyGathering({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("gathering");
  const { programme, currentItemId, viewer, groups } = gathering;
  const item = itemAtHand(gathering);
  const group = seatIn(groups, viewer.participant?.id ?? null, item?.arena ?? "CROSS");
  return (
    <Page title={gathering.title} heading={null} className={styles.page}>
      <MoveOffer gathering={gathering} here={`/g/${gathering.id}`} saysNow />
      <div className={styles.where}>
        <p className={styles.gathering}>{gathering.title}</p>
        <StageStrip form="compact" stages={programme} currentId={currentItemId} />
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <NowCard gathering={gathering} item={item} group={group} />
          {group && <SeatLine group={group} gathering={gathering} />}
          {group && <TurnBar gathering={gathering} group={group} />}
          <SignBar gathering={gathering} group={group} />
          {gathering.state === "PREPARING" && <CalendarButton gathering={gathering} />}
          {viewer.mayLead && <LeaderLinks gatheringId={gathering.id} />}
          {group && <MyCards gathering={gathering} boardId={group.boardId} />}
        </div>
        <div className={styles.column}>
          {group && <MyGroup group={group} gathering={gathering} />}
          <AllBoards gathering={gathering} open={group === null} />
          <Fold summary={t("programme")}>
            <StageStrip form="list" stages={programme} currentId={currentItemId} />
          </Fold>
          <Link className={styles.revisit} to={`/g/${gathering.id}/revisit`}>
            {t("revisit")}
          </Link>
        </div>
      </div>
    </Page>
  );
}

function Gone() {
  const { t } = useTranslation("gathering");
  return (
    <DoorState isPage icon="search" title={t("gone.title")} back={t("gone.toDoor")}>
      {t("gone.body")}
    </DoorState>
  );
}
