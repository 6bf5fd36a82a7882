import { useQuery } from "@apollo/client/react";
import { limits, ProgrammeTemplatesDocument, type ProgrammeTemplatesQuery } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { useUntilAnswered } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { useTimes } from "../plan/clock-times.js";
import { spansOf } from "../plan/times.js";
import { isMinutesGood, languageOf, minutesAsked, type TemplateDraft } from "./template-draft.js";
import styles from "./template-choice.module.css";

type Template = ProgrammeTemplatesQuery["programmeTemplates"][number];

interface TemplateChoiceProps {
  draft: TemplateDraft;
  onChange: (draft: TemplateDraft) => void;
  /** When the gathering begins, in milliseconds since 1970; NaN while that is not said. */
  begins: number;
}

/** Which programme to begin from and for how long, with a look at what it comes to. */
export function TemplateChoice({ draft, onChange, begins }: TemplateChoiceProps) {
  const { t, i18n } = useTranslation("network");
  const asked = useQuery(ProgrammeTemplatesDocument, {
    variables: { language: languageOf(i18n.language), minutes: minutesAsked(draft) },
  });
  const { data, previousData, refetch } = asked;
  const isFailed = useUntilAnswered(asked);
  const templates = (data ?? previousData)?.programmeTemplates ?? [];
  const chosen = templates.find(({ key }) => key === draft.template) ?? null;
  return (
    <>
      <fieldset className={styles.templates}>
        <legend>{t("template.label")}</legend>
        {templates.length === 0 && <FetchingState isFailed={isFailed} onRetry={refetch} />}
        {templates.map(({ key, title, summary }) => (
          <label key={key} className={styles.template} data-chosen={key === draft.template}>
            <input
              type="radio"
              name="template"
              checked={key === draft.template}
              onChange={() => onChange({ ...draft, template: key })}
            />
            <span>
              <strong>{title}</strong>
              <span className={styles.summary}>{summary}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Minutes draft={draft} usual={chosen?.minutes ?? null} onChange={onChange} />
      {chosen && <Preview template={chosen} begins={begins} />}
    </>
  );
}

interface MinutesProps extends Omit<TemplateChoiceProps, "begins"> {
  /** What is shown where nothing is typed. */
  usual: number | null;
}

function Minutes({ draft, usual, onChange }: MinutesProps) {
  const { t } = useTranslation("network");
  const { min, max } = limits.programmeMinutes;
  return (
    <Field
      label={t("template.minutes")}
      description={t("template.minutesHelp")}
      error={isMinutesGood(draft) ? undefined : t("template.minutesWrong", { min, max })}
      control={
        <input
          inputMode="numeric"
          autoComplete="off"
          placeholder={draft.minutes === "" && usual ? String(usual) : undefined}
          value={draft.minutes}
          onChange={({ target }) => onChange({ ...draft, minutes: target.value })}
        />
      }
    />
  );
}

const DAY = 24 * 60 * 60_000;

function Preview({ template, begins }: { template: Template; begins: number }) {
  const { t } = useTranslation("network");
  const { t: ui } = useTranslation("ui");
  const { clock } = useTimes();
  const isKnown = !Number.isNaN(begins);
  const dated = template.items.map((item) => ({
    ...item,
    startsAt: item.nextDay && isKnown ? new Date(begins + DAY).toISOString() : null,
  }));
  const spans = spansOf(dated, isKnown ? begins : 0);
  return (
    <section className={styles.preview} aria-label={t("template.preview")}>
      <p className={styles.sum}>{t("template.together", { minutes: template.minutes })}</p>
      <ol className={styles.items}>
        {dated.map(({ title, minutes, nextDay, atHome }, index) => {
          const span = spans[index];
          return (
            <li key={`${index} ${title}`} className={styles.item} data-next-day={nextDay}>
              <span className={styles.clock}>
                {atHome ? t("template.home") : isKnown && span && clock(span.from)}
              </span>
              <span className={styles.name}>{title}</span>
              <span className={styles.minutes}>{ui("programme.minutes", { count: minutes })}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
