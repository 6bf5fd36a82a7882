import { MoveItemDocument, RemoveItemDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import { Confirm } from "./confirm.js";
import { Problem } from "./problem.js";
import type { Item } from "./item.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./programme-panel.module.css";

interface ItemToolsProps {
  programme: readonly Item[];
  index: number;
  isNow: boolean;
  onEdit: () => void;
  /** Adds an item after this one, where there is room for such a button. */
  onInsert?: () => void;
}

/** Up, down, edit and remove, by pointer and by keyboard alike. */
export function ItemTools({ programme, index, isNow, onEdit, onInsert }: ItemToolsProps) {
  const { t } = useTranslation("lead");
  const move = useLeaderAct(MoveItemDocument);
  const item = programme[index];
  if (!item) return null;
  const { id: itemId, title } = item;
  // An item is placed after another one; one step up is after the one before the one before.
  const up = () => void move.run({ itemId, afterItemId: programme[index - 2]?.id ?? null });
  const down = () => void move.run({ itemId, afterItemId: programme[index + 1]?.id ?? null });
  const still = move.isBusy;
  return (
    <div className={styles.tools}>
      <Tool label={t("item.up", { title })} icon="up" off={still || index === 0} onPress={up} />
      <Tool
        label={t("item.down", { title })}
        icon="down"
        off={still || index === programme.length - 1}
        onPress={down}
      />
      <Tool label={t("item.edit", { title })} icon="pen" onPress={onEdit} />
      {onInsert && <Tool label={t("item.insert", { title })} icon="plus" onPress={onInsert} />}
      <RemoveTool item={item} isNow={isNow} />
      <Problem text={move.problem} />
    </div>
  );
}

function RemoveTool({ item, isNow }: { item: Item; isNow: boolean }) {
  const { t } = useTranslation("lead");
  const [asking, setAsking] = useState(false);
  const { run, isBusy, problem } = useLeaderAct(RemoveItemDocument);
  return (
    <>
      <Tool label={t("item.remove", { title: item.title })} icon="close" onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        danger
        title={t("item.removeTitle")}
        yes={t("item.removeYes")}
        isBusy={isBusy}
        problem={problem}
        onYes={() => void run({ itemId: item.id })}
        onClose={() => setAsking(false)}
      >
        <p>{t(isNow ? "item.removeNow" : "item.removeBody", { title: item.title })}</p>
      </Confirm>
    </>
  );
}

interface ToolProps {
  label: string;
  icon: "up" | "down" | "pen" | "plus" | "close";
  off?: boolean;
  onPress: () => void;
}

function Tool({ label, icon, off = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={() => !off && onPress()}
    >
      <Icon name={icon} />
    </button>
  );
}
