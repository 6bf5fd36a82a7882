import { Button } from "../../ui/button.js";
import { Fragment, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { BegunItems } from "../lead/begun-items.js";
import type { Editing } from "../lead/item.js";
import { ItemDialog } from "../lead/item-dialog.js";
import { hasReflection } from "../lead/reflection-time.js";
import { Panel } from "../lead/panel.js";
import { Problem } from "../lead/problem.js";
import { useTimes } from "./clock-times.js";
import { ItemLine } from "./item-line.js";
import { ReflectionWarning } from "./reflection-warning.js";
import { type Span, spansOf } from "./times.js";
import { useItemDrag } from "./use-item-drag.js";
import styles from "./programme-editor.module.css";

/** The whole programme with its clock times, where everything can be changed. */
export function ProgrammeEditor({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plan");
  const [editing, setEditing] = useState<Editing | null>(null);
  const { programme } = gathering;
  const drag = useItemDrag(programme);
  const { day } = useTimes();
  const spans = spansOf(programme, Date.parse(gathering.startsAt));
  const isLong = new Set(spans.flatMap((span) => (span ? [day(span.from)] : []))).size > 1;
  return (
    <Panel title={t("programme.title")}>
      {!hasReflection(programme) && <ReflectionWarning gathering={gathering} />}
      {!editing && <BegunItems gathering={gathering} onGoOn={setEditing} />}
      <ol className={styles.items}>
        {programme.map((item, index) => (
          <Fragment key={item.id}>
            <DayMark span={spans[index] ?? null} before={lastBefore(spans, index)} isLong={isLong} />
            <ItemLine
              gathering={gathering}
              index={index}
              span={spans[index] ?? null}
              onEdit={() => setEditing({ item })}
              onInsert={() => setEditing({ after: item })}
              drag={drag}
            />
          </Fragment>
        ))}
      </ol>
      <Problem text={drag.problem} />
      <Button variant="secondary" onClick={() => setEditing({ after: programme.at(-1) ?? null })}>
        <Icon name="plus" />
        {t("programme.add")}
      </Button>
      <ItemDialog gathering={gathering} editing={editing} onClose={() => setEditing(null)} />
    </Panel>
  );
}

function lastBefore(spans: readonly (Span | null)[], index: number): Span | null {
  return spans.slice(0, index).findLast((span) => span !== null) ?? null;
}

/** Says which day it is, where a programme of several days goes over into the next. */
function DayMark({ span, before, isLong }: { span: Span | null; before: Span | null; isLong: boolean }) {
  const { day } = useTimes();
  if (!isLong || !span || (before && day(span.from) === day(before.from))) return null;
  return <li className={styles.day}>{day(span.from)}</li>;
}
