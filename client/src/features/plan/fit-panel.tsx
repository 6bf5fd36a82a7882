import { limits, RescaleProgrammeDocument, within } from "@ordskifte/schema";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Field } from "../../ui/field.js";
import { ActButton } from "../lead/act-button.js";
import { Panel } from "../lead/panel.js";
import { Problem } from "../lead/problem.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import styles from "../lead/forms.module.css";
import { useTimes } from "./clock-times.js";
import { leastMinutes, minutesTogether, spansOf } from "./times.js";

/** How long the day is, and a way to fit it into the minutes there are. */
export function FitPanel({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plan");
  const { clock, day, dayAndClock } = useTimes();
  const { programme, startsAt, currentItemId } = gathering;
  const spans = spansOf(programme, Date.parse(startsAt)).filter((span) => span !== null);
  const ahead = programme.slice(programme.findIndex(({ id }) => id === currentItemId) + 1);
  const [first, last] = [spans[0], spans.at(-1)];
  return (
    <Panel title={t("fit.title")}>
      {first && last && (
        <p>
          {t("fit.now", {
            minutes: minutesTogether(programme),
            from: clock(first.from),
            to: day(first.from) === day(last.to) ? clock(last.to) : dayAndClock(last.to),
          })}
        </p>
      )}
      {ahead.some(({ atHome }) => !atHome) && (
        <FitForm
          key={minutesTogether(ahead)}
          gatheringId={gathering.id}
          minutes={minutesTogether(ahead)}
          least={leastMinutes(ahead)}
          isOn={currentItemId !== null}
        />
      )}
    </Panel>
  );
}

interface FitFormProps {
  gatheringId: string;
  /** What is ahead takes so long now. */
  minutes: number;
  /** It cannot be shorter. */
  least: number;
  /** Something is on: what comes after it is fitted. */
  isOn: boolean;
}

function FitForm({ gatheringId, minutes, least, isOn }: FitFormProps) {
  const { t } = useTranslation("plan");
  const [typed, setTyped] = useState(String(minutes));
  const { run, isBusy, problem } = useLeaderAct(RescaleProgrammeDocument);
  const span = { min: least, max: limits.programmeMinutes.max };
  const isWrong = !within(span, Number(typed));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isWrong) void run({ gatheringId, minutes: Number(typed) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={t(isOn ? "fit.rest" : "fit.all")}
        description={t("fit.help")}
        error={isWrong ? t("fit.wrong", span) : undefined}
        control={
          <input inputMode="numeric" value={typed} onChange={({ target }) => setTyped(target.value)} />
        }
      />
      <Problem text={problem} />
      <div>
        <ActButton type="submit" variant="secondary" isBusy={isBusy} onPress={() => undefined}>
          {t("fit.do")}
        </ActButton>
      </div>
    </form>
  );
}
