import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import type { Item } from "../lead/item.js";
import { ItemTools } from "../lead/item-tools.js";
import { useTimes } from "./clock-times.js";
import { MinutesField } from "./minutes-field.js";
import type { Span } from "./times.js";
import type { ItemDrag } from "./use-item-drag.js";
import styles from "./programme-editor.module.css";

interface ItemLineProps {
  gathering: GatheringView;
  /** Its place in the programme. */
  index: number;
  /** When it is on; null for what is done at home. */
  span: Span | null;
  onEdit: () => void;
  onInsert: () => void;
  drag: ItemDrag;
}

/** One item: when, what, under which rules, and the hands that change it. */
export function ItemLine({ gathering, index, span, onEdit, onInsert, drag }: ItemLineProps) {
  const { t } = useTranslation("plan");
  const { programme, currentItemId } = gathering;
  const item = programme[index];
  if (!item) return null;
  const isNow = item.id === currentItemId;
  return (
    <li
      className={styles.line}
      data-home={item.atHome}
      data-now={isNow}
      data-drop={drag.spot?.itemId === item.id ? drag.spot.side : undefined}
      onDragOver={(event) => drag.over(event, item.id)}
      onDrop={drag.drop}
    >
      <div>
        <Time span={span} />
        <span
          className={styles.grip}
          title={t("programme.drag")}
          draggable
          onDragStart={(event) => drag.lift(event, item.id)}
          onDragEnd={drag.letGo}
        />
      </div>
      <div className={styles.words}>
        <span className={styles.title}>{item.title}</span>
        <Rules item={item} />
      </div>
      <div className={styles.hands}>
        <MinutesField key={item.minutes} item={item} />
        <Toolbox title={item.title}>
          <ItemTools programme={programme} index={index} isNow={isNow} onEdit={onEdit} onInsert={onInsert} />
        </Toolbox>
      </div>
      {isNow && <span className="ds-sr-only">{t("programme.now")}</span>}
    </li>
  );
}

/** On a phone the tools wait behind one button, so that the programme can be read; else they are all there. */
function Toolbox({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation("plan");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.unfold}
        aria-expanded={isOpen}
        aria-label={t("programme.tools", { title })}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? "up" : "more"} />
      </button>
      <div className={styles.toolbox} data-open={isOpen || undefined}>
        {children}
      </div>
    </>
  );
}

function Time({ span }: { span: Span | null }) {
  const { t } = useTranslation("plan");
  const { clock } = useTimes();
  if (!span)
    return (
      <span className={styles.time}>
        <Icon name="takeaway" /> <span className={styles.until}>{t("programme.home")}</span>
      </span>
    );
  return (
    <span className={styles.time}>
      {clock(span.from)}
      <span className={styles.until}>{t("programme.until", { time: clock(span.to) })}</span>
    </span>
  );
}

/** All that was decided about it, in a few words each. */
function Rules({ item }: { item: Item }) {
  const { t } = useTranslation(["plan", "ui"]);
  const { day } = useTimes();
  const { phases, vote } = item;
  const phasesIn = (of: NonNullable<Item["phases"]>) =>
    (["individual", "group", "plenary"] as const)
      .filter((phase) => of[phase] > 0)
      .map((phase) => t(`plan:rules.phases.${phase}`, { minutes: of[phase] }))
      .join(", ");
  const rules = [
    t(`ui:arena.${item.arena}`),
    phases && phasesIn(phases),
    item.dueAt && t("plan:rules.due", { day: day(Date.parse(item.dueAt)) }),
    item.writing === "SILENT" && t("plan:rules.silent"),
    item.naming === "ANONYMOUS" && t("plan:rules.anonymous"),
    !item.critique && t("plan:rules.noCritique"),
    vote && t(`plan:rules.vote.${vote.per}`, { count: vote.budget, most: vote.maxPerIdea }),
    ...item.invites.map((kind) => t(`ui:kind.${kind}`)),
  ].filter((rule) => typeof rule === "string" && rule !== "");
  return (
    <ul className={styles.rules}>
      {rules.map((rule) => (
        <li key={String(rule)}>{rule}</li>
      ))}
    </ul>
  );
}
