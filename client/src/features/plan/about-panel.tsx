import { EditGatheringDocument, limits } from "@ordskifte/schema";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Field } from "../../ui/field.js";
import { CalendarButton } from "../gathering/calendar-button.js";
import { ActButton } from "../lead/act-button.js";
import { Panel } from "../lead/panel.js";
import { Problem } from "../lead/problem.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import { localTime } from "../lead/local-time.js";
import formStyles from "../lead/forms.module.css";

/** What the gathering is called, when and where it is. */
export function AboutPanel({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plan");
  const [title, setTitle] = useState(gathering.title);
  const [startsAt, setStartsAt] = useState(localTime(gathering.startsAt));
  const [place, setPlace] = useState(gathering.place ?? "");
  const { run, isBusy, problem } = useLeaderAct(EditGatheringDocument);
  const isWhole = title.trim() !== "" && !Number.isNaN(Date.parse(startsAt));
  const isChanged =
    title !== gathering.title ||
    place !== (gathering.place ?? "") ||
    startsAt !== localTime(gathering.startsAt);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const begins = new Date(startsAt);
    if (isWhole && isChanged)
      void run({ gatheringId: gathering.id, title, startsAt: begins.toISOString(), place });
  };
  return (
    <Panel title={t("about.title")} actions={<CalendarButton gathering={gathering} />}>
      <form className={formStyles.form} onSubmit={submit}>
        <Field
          label={t("about.name")}
          error={title.trim() === "" ? t("about.nameMissing") : undefined}
          control={
            <input
              value={title}
              maxLength={limits.gatheringTitle}
              onChange={({ target }) => setTitle(target.value)}
            />
          }
        />
        <Field
          label={t("about.when")}
          control={
            <input
              type="datetime-local"
              value={startsAt}
              onChange={({ target }) => setStartsAt(target.value)}
            />
          }
        />
        <Field
          label={t("about.place")}
          control={
            <input value={place} maxLength={limits.place} onChange={({ target }) => setPlace(target.value)} />
          }
        />
        <Problem text={problem} />
        <div>
          <ActButton
            type="submit"
            variant={isChanged ? "primary" : "secondary"}
            isBusy={isBusy}
            onPress={() => undefined}
          >
            {t("about.save")}
          </ActButton>
        </div>
      </form>
    </Panel>
  );
}
