import { EditGatheringDocument, limits } from "@ordskifte/schema";
import type { SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Field } from "../../ui/field.js";
import { CalendarButton } from "../gathering/calendar-button.js";
import { KeptNotice } from "../keeping/kept-notice.js";
import { useKeptForm } from "../keeping/use-kept-form.js";
import { ActButton } from "../lead/act-button.js";
import { Panel } from "../lead/panel.js";
import { Problem } from "../lead/problem.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import { localTime } from "../lead/local-time.js";
import formStyles from "../lead/forms.module.css";

const standsOf = ({ title, startsAt, place }: GatheringView) => ({
  title,
  startsAt: localTime(startsAt),
  place: place ?? "",
});

/** What the gathering is called, when and where it is. */
export function AboutPanel({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plan");
  const form = useKeptForm(`about.${gathering.id}`, standsOf(gathering));
  const { title, startsAt, place } = form.value;
  const set = (change: Partial<typeof form.value>) => form.set({ ...form.value, ...change });
  const { run, isBusy, problem } = useLeaderAct(EditGatheringDocument);
  const isWhole = title.trim() !== "" && !Number.isNaN(Date.parse(startsAt));
  const isChanged = JSON.stringify(form.value) !== JSON.stringify(form.stands);
  const save = async () => {
    const begins = new Date(startsAt).toISOString();
    if (await run({ gatheringId: gathering.id, title, startsAt: begins, place })) form.clear();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isWhole && isChanged && form.clashes.length === 0) void save();
  };
  return (
    <Panel title={t("about.title")} actions={<CalendarButton gathering={gathering} />}>
      <form className={formStyles.form} onSubmit={submit}>
        <KeptNotice form={form} names={{ title: t("about.name"), place: t("about.place") }} />
        <Field
          label={t("about.name")}
          error={title.trim() === "" ? t("about.nameMissing") : undefined}
          control={
            <input
              value={title}
              maxLength={limits.gatheringTitle}
              onChange={({ target }) => set({ title: target.value })}
            />
          }
        />
        <Field
          label={t("about.when")}
          control={
            <input
              type="datetime-local"
              value={startsAt}
              onChange={({ target }) => set({ startsAt: target.value })}
            />
          }
        />
        <Field
          label={t("about.place")}
          control={
            <input
              value={place}
              maxLength={limits.place}
              onChange={({ target }) => set({ place: target.value })}
            />
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
