import type { Task } from "./board-context.js";
import { EditForm } from "./edit-form.js";
import { HideForm } from "./hide-form.js";
import { MergeForm } from "./merge-form.js";
import { WithdrawForm } from "./withdraw-form.js";

export interface CardTaskProps {
  readonly task: Exclude<Task, { kind: "write" }>;
  readonly onDone: () => void;
}

/** What one does with a card that is there already. */
export default function CardTask({ task, onDone }: CardTaskProps) {
  switch (task.kind) {
    case "edit":
      return <EditForm card={task.card} onDone={onDone} />;
    case "withdraw":
      return <WithdrawForm card={task.card} onDone={onDone} />;
    case "hide":
      return <HideForm card={task.card} onDone={onDone} />;
    case "merge":
      return <MergeForm card={task.card} onDone={onDone} />;
  }
}
