import { useQuery } from "@apollo/client/react";
import { limits, ProgrammeTemplatesDocument, type ProgrammeTemplatesQuery } from "@ordskifte/schema";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/field.js";
import { isMinutesGood, languageOf, minutesAsked, type TemplateDraft } from "./template-draft.js";
import styles from "./template-choice.module.css";

type Template = ProgrammeTemplatesQuery["programmeTemplates"][number];

interface TemplateChoiceProps {
  draft: TemplateDraft;
  onChange: (draft: TemplateDraft) => void;
}

/** Which programme to begin from and for how long, with a look at what it comes to. */
export function TemplateChoice({ draft, onChange }: TemplateChoiceProps) {
  const { t, i18n } = useTranslation("network");
  const { data, previousData } = useQuery(ProgrammeTemplatesDocument, {
    variables: { language: languageOf(i18n.language), minutes: minutesAsked(draft) },
  });
  const templates = (data ?? previousData)?.programmeTemplates ?? [];
  const chosen = templates.find(({ key }) => key === draft.template) ?? null;
  return (
    <>
      <Field
        label={t("template.label")}
        description={chosen?.summary ?? t("template.plainSummary")}
        control={
          <select
            value={draft.template ?? ""}
            onChange={({ target }) =>
              onChange({
                ...draft,
                template: templates.find(({ key }) => key === target.value)?.key ?? null,
              })
            }
          >
            <option value="">{t("template.plain")}</option>
            {templates.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        }
      />
      {chosen && <Minutes draft={draft} onChange={onChange} />}
      {chosen && <Preview template={chosen} />}
    </>
  );
}

function Minutes({ draft, onChange }: TemplateChoiceProps) {
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
          value={draft.minutes}
          onChange={({ target }) => onChange({ ...draft, minutes: target.value })}
        />
      }
    />
  );
}

function Preview({ template }: { template: Template }) {
  const { t } = useTranslation("network");
  const { t: ui } = useTranslation("ui");
  return (
    <section className={styles.preview} aria-label={t("template.preview")}>
      <p className={styles.sum}>{t("template.together", { minutes: template.minutes })}</p>
      <ol className={styles.items}>
        {template.items.map(({ title, minutes }, index) => (
          <li key={`${index} ${title}`} className={styles.item}>
            <span>{title}</span>
            <span className={styles.minutes}>{ui("programme.minutes", { count: minutes })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
