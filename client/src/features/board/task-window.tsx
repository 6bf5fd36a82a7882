import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog.js";
import type { Task } from "./board-context.js";
import { EditForm } from "./edit-form.js";
import { HideForm } from "./hide-form.js";
import { MergeForm } from "./merge-form.js";
import { WithdrawForm } from "./withdraw-form.js";
import { WriteForm } from "./write-form.js";

/** The window over the board for what the reader has begun. What she writes is kept when it closes. */
export function TaskWindow({ task, onClose }: { task: Task | null; onClose: () => void }) {
  const title = useTitle(task);
  return (
    <Dialog open={task !== null} onClose={onClose} title={title}>
      {task && <TaskForm task={task} onDone={onClose} />}
    </Dialog>
  );
}

function TaskForm({ task, onDone }: { task: Task; onDone: () => void }) {
  switch (task.kind) {
    case "write":
      return <WriteForm task={task} onDone={onDone} />;
    case "edit":
      return <EditForm card={task.card} onDone={onDone} />;
    case "withdraw":
      return <WithdrawForm card={task.card} onDone={onDone} />;
    case "hide":
      return <HideForm card={task.card} onDone={onDone} />;
    default:
      return <MergeForm card={task.card} onDone={onDone} />;
  }
}

function useTitle(task: Task | null): string {
  const { t } = useTranslation("board");
  if (!task) return "";
  switch (task.kind) {
    case "write":
      return task.what === "TAKEAWAY" ? t("takeHome.title") : t(`write.${task.what}`);
    case "edit":
      return t("editing");
    case "withdraw":
      return t("withdraw.title");
    case "hide":
      return t("hide.title");
    default:
      return t("merge.title");
  }
}
