import { useTranslation } from "../../i18n/use-translation.js";
import { useParams } from "wouter";
import { useBoard, useGathering } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { DoorState, ErrorState } from "../../ui/states.js";
import { Page } from "../../ui/page.js";
import { BoardPage } from "./board-page.js";

/** One group's board: what has been written, and everything one can do with it. */
export default function BoardScreen() {
  const { gatheringId = "", boardId = "" } = useParams();
  const { t } = useTranslation("board");
  const atGathering = useGathering(gatheringId);
  const atBoard = useBoard(boardId);
  const { gathering } = atGathering;
  const { board } = atBoard;
  const statuses = [atBoard.status, atGathering.status];
  if (statuses.includes("gone")) return <Gone />;
  if (statuses.includes("stopped")) return <ErrorState>{t("stopped")}</ErrorState>;
  // A board of another gathering does not belong under this address.
  if (board && gathering && board.gatheringId !== gathering.id) return <Gone />;
  if (board && gathering) return <BoardPage key={board.id} gathering={gathering} board={board} />;
  const tryAgain = () => Promise.all([atGathering.tryAgain(), atBoard.tryAgain()]);
  return <FetchingState isFailed={statuses.includes("failed")} onRetry={tryAgain} />;
}

function Gone() {
  const { t } = useTranslation("board");
  return (
    <Page title={t("gone.title")} heading={null}>
      <DoorState isPage icon="search" title={t("gone.title")} back={t("gone.back")}>
        {t("gone.body")}
      </DoorState>
    </Page>
  );
}
