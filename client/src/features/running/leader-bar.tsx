import { Button } from "../../ui/button.js";
import { CallTogetherDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import type { GatheringView } from "../../live/index.js";
import { useBoardCommand } from "../board/use-board-command.js";
import styles from "./leader-bar.module.css";

/** For whoever leads and looks in on a board: nobody is moved by it, there is a way back, and a way to bring everybody. */
export function LeaderBar({ gathering, boardId }: { gathering: GatheringView; boardId: string }) {
  const { t } = useTranslation("running");
  const { run, problem, isBusy } = useBoardCommand(CallTogetherDocument);
  if (!gathering.viewer.mayLead || gathering.state !== "LIVE") return null;
  const isHere = gathering.summons?.boardId === boardId;
  const call = () => void run({ gatheringId: gathering.id, boardId: isHere ? null : boardId });
  return (
    <aside className={styles.bar} aria-label={t("visit.label")}>
      <p className={styles.words}>{t(isHere ? "visit.allHere" : "visit.alone")}</p>
      <div className={styles.buttons}>
        <Button asChild variant="secondary" data-size="sm">
          <Link to={`/g/${gathering.id}/lead`}>{t("visit.back")}</Link>
        </Button>
        <Button variant="tertiary" data-size="sm" disabled={isBusy} onClick={call}>
          {t(isHere ? "visit.letGo" : "visit.bring")}
        </Button>
      </div>
      {problem && <p role="alert">{problem}</p>}
    </aside>
  );
}
