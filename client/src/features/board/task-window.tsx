import { lazy, Suspense } from "react";
import { persistently } from "../../app/persistently.js";
import { loadTexts } from "../../i18n/i18n.js";
import { whenIdle } from "../../app/when-idle.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Dialog } from "../../ui/dialog.js";
import type { Task } from "./board-context.js";
import { LoadingState } from "../../ui/states.js";
import { WriteForm } from "./write-form.js";

// Writing is what everybody came for; the rest is fetched when the page has nothing better to do.
const fetchCardTask = () =>
  persistently(async () => {
    const [tasks] = await Promise.all([import("./card-task.js"), loadTexts("habits")]);
    return tasks;
  });
const CardTask = lazy(fetchCardTask);
whenIdle(() => void fetchCardTask().catch(() => undefined));

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
    default:
      return (
        <Suspense fallback={<LoadingState />}>
          <CardTask task={task} onDone={onDone} />
        </Suspense>
      );
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
