import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { Link } from "wouter";
import { persistently } from "../../app/persistently.js";
import { loadTexts } from "../../i18n/i18n.js";
import type { BoardView, GatheringView } from "../../live/index.js";
import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import { NewCardsButton } from "../../ui/new-cards-button.js";
import { Page } from "../../ui/page.js";
import { LeaderBar, MoveOffer, SignBar, TurnBar } from "../running/later.js";
import { BoardColumns } from "./board-columns.js";
import { BoardContext, CardsContext, type BoardContextValue, type Task } from "./board-context.js";
import { BoardNotices } from "./board-notices.js";
import { columnsOf } from "./board-model.js";
import { FreezeButton } from "./freeze-button.js";
import { Instruction } from "./instruction.js";
import { leaveOn } from "./invites.js";
import { TaskWindow } from "./task-window.js";
import { useAnnouncements } from "./use-announcements.js";
import { useBoardCards } from "./use-board-cards.js";
import { useBoardForm } from "./use-board-form.js";
import { useGoTo } from "./use-go-to.js";
import { useReading } from "./use-reading.js";
import { WriteBar } from "./write-bar.js";
import styles from "./board-page.module.css";

const BoardKeys = lazy(() => persistently(() => import("./board-keys.js")));

const BegunNotice = lazy(() =>
  persistently(async () => {
    const [notice] = await Promise.all([import("./begun-notice.js"), loadTexts("habits")]);
    return notice;
  }),
);

/** The board once its picture is there. */
export function BoardPage({ gathering, board }: { gathering: GatheringView; board: BoardView }) {
  const { t } = useTranslation("board");
  const [form, changeForm] = useBoardForm();
  const all = useBoardCards(gathering, board, board.id);
  const { shown, held, showAll } = useReading(all, true);
  const [task, begin] = useState<Task | null>(null);
  const { id: boardId, frozen } = board;
  const leave = useMemo(() => leaveOn(gathering, { id: boardId, frozen }), [gathering, boardId, frozen]);
  const cards = useMemo(() => new Map(all.map((card) => [card.id, card])), [all]);
  const columns = useMemo(() => columnsOf(all.filter(({ id }) => shown.has(id))), [all, shown]);
  const goTo = useGoTo(shown, showAll);
  const { plenaryIdeas } = gathering;
  const plenary = useMemo(() => new Set(plenaryIdeas.map(({ id }) => id)), [plenaryIdeas]);
  const close = useCallback(() => begin(null), []);
  useAnnouncements(all, held.length);
  const value: BoardContextValue = useMemo(
    () => ({ gatheringId: gathering.id, boardId, leave, plenary, begin, goTo }),
    [gathering.id, boardId, leave, plenary, goTo],
  );
  const showNew = () => showFirst(held, showAll, goTo);
  return (
    <BoardContext value={value}>
      <CardsContext value={cards}>
        <Page
          title={board.title}
          above={
            <Link className={`os-alone ${styles.back}`} to={`/g/${gathering.id}`}>
              <Icon name="back" />
              <span>{gathering.title}</span>
            </Link>
          }
          lead={leave.item?.instruction && <Instruction text={leave.item.instruction} />}
          actions={
            <>
              <div className={styles.tools}>
                <Button variant="tertiary" data-size="sm" onClick={changeForm}>
                  {t(form === "list" ? "view.columns" : "view.list")}
                </Button>
                {leave.mayLead && <FreezeButton board={board} />}
              </div>
              <div className={styles.write}>
                <WriteBar />
              </div>
              <AtTable gathering={gathering} boardId={board.id} />
            </>
          }
          width="full"
          className={styles.page}
        >
          <Suspense>{task === null && <BegunNotice />}</Suspense>
          <LeaderBar gathering={gathering} boardId={board.id} />
          <MoveOffer
            gathering={gathering}
            here={`/g/${gathering.id}/b/${board.id}`}
            isWriting={task !== null}
          />
          <BoardNotices />
          <div className={styles.news}>
            <NewCardsButton count={held.length} onShow={showNew} />
          </div>
          <BoardColumns columns={columns} form={form} isEmpty={all.length === 0} />
          <Suspense>
            <BoardKeys onShowNew={showNew} />
          </Suspense>
          <TaskWindow key={taskKey(task)} task={task} onClose={close} />
        </Page>
      </CardsContext>
    </BoardContext>
  );
}

/** Whose turn it is, and the signs, for those who sit at this board. */
function AtTable({ gathering, boardId }: { gathering: GatheringView; boardId: string }) {
  const me = gathering.viewer.participant?.id;
  const group = gathering.groups.find((candidate) => candidate.boardId === boardId);
  if (!group?.members.some(({ id }) => id === me)) return null;
  return (
    <div className={styles.table}>
      <TurnBar gathering={gathering} group={group} />
      <SignBar gathering={gathering} group={group} />
    </div>
  );
}

function showFirst(held: readonly string[], showAll: () => void, goTo: (id: string) => void): void {
  showAll();
  if (held[0]) goTo(held[0]);
}

/** A window for another task begins afresh. */
function taskKey(task: Task | null): string {
  if (!task) return "none";
  if (task.kind !== "write") return `${task.kind} ${task.card.id}`;
  return `write ${task.what} ${task.to?.id ?? ""} ${task.resend?.id ?? ""}`;
}
