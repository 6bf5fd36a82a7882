import { Button } from "../../ui/button.js";
import { limits } from "@ordskifte/schema";
import { type SubmitEvent, useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useRefusalText } from "../../i18n/refusals.js";
import { useDraft } from "../../live/draft.js";
import dock from "../../ui/dock.module.css";
import { Field } from "../../ui/field.js";
import { useFirstFocus } from "../../ui/use-first-focus.js";
import {
  type Door,
  EMPTY_DRAFT,
  fieldOf,
  isJoinDraft,
  type JoinDraft,
  type JoinErrors,
  missingIn,
} from "./join-draft.js";
import { PeopleChoice } from "./people-choice.js";
import { ProfessionSelect } from "./profession-select.js";
import { UnitChoice } from "./unit-choice.js";
import { useJoin } from "./use-join.js";
import styles from "./join-form.module.css";

/** A name, where you come from, and in. */
export function JoinForm({ door, code }: { door: Door; code: string }) {
  const { t } = useTranslation("join");
  const form = useRef<HTMLFormElement>(null);
  const { value: draft, set, clear } = useDraft(`join.${code}`, EMPTY_DRAFT, isJoinDraft);
  const [asked, setAsked] = useState(false);
  const joining = useJoin(code, clear);
  const errors = useErrors(draft, asked, joining.refusal);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missingIn(draft).length === 0) void joining.join(draft);
    else
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>("[aria-invalid='true'], [data-wrong] input, input[data-wrong]")
          ?.focus(),
      );
  };
  const change = (part: Partial<JoinDraft>) => set({ ...draft, ...part });
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <NameField name={draft.name} error={errors.name} onChange={(name) => change({ name })} />
      <UnitChoice units={door.units} draft={draft} errors={errors} onChange={change} />
      {draft.people === 1 && (
        <ProfessionField profession={draft.profession} onChoose={(profession) => change({ profession })} />
      )}
      <PeopleChoice people={draft.people} error={errors.people} onChange={(people) => change({ people })} />
      <div className={`${dock.dock} ${styles.foot}`} data-dock>
        <JoinTrouble refusal={joining.refusal} failed={joining.failed} />
        <Button type="submit" data-color="brand1" data-size="lg" data-fullwidth loading={joining.busy}>
          {joining.busy ? t("entering") : t("enter")}
        </Button>
      </div>
    </form>
  );
}

interface NameFieldProps {
  name: string;
  error?: string;
  onChange: (name: string) => void;
}

function NameField({ name, error, onChange }: NameFieldProps) {
  const { t } = useTranslation("join");
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <Field
      label={t("name")}
      description={t("nameHelp")}
      error={error}
      control={
        <input
          value={name}
          onChange={(event) => onChange(event.target.value)}
          autoComplete="name"
          maxLength={limits.participantName}
          enterKeyHint="next"
          ref={first}
        />
      }
    />
  );
}

interface ProfessionFieldProps {
  profession: JoinDraft["profession"];
  onChoose: (profession: JoinDraft["profession"]) => void;
}

/** For whoever likes to say; whoever does not passes it by. */
function ProfessionField({ profession, onChoose }: ProfessionFieldProps) {
  const { t } = useTranslation("join");
  return (
    <Field
      label={t("profession")}
      description={t("professionHelp")}
      control={<ProfessionSelect profession={profession} onChoose={onChoose} />}
    />
  );
}

function JoinTrouble({ refusal, failed }: Pick<ReturnType<typeof useJoin>, "refusal" | "failed">) {
  const { t } = useTranslation("join");
  const refusalText = useRefusalText();
  const shownAtField = refusal?.__typename === "InputRejected" && fieldOf(refusal.field ?? "");
  if (!failed && (!refusal || shownAtField)) return null;
  return (
    <p className={styles.trouble} role="alert">
      {failed ? t("failed") : refusalText(refusal)}
    </p>
  );
}

function useErrors(
  draft: JoinDraft,
  asked: boolean,
  refusal: ReturnType<typeof useJoin>["refusal"],
): JoinErrors {
  const { t } = useTranslation(["join", "refusals"]);
  const refusalText = useRefusalText();
  const errors: JoinErrors = {};
  for (const field of asked ? missingIn(draft) : []) {
    if (field === "unit") errors.unit = t("join:chooseUnit");
    else errors[field] = t(field === "people" ? "refusals:input.OUT_OF_RANGE" : "refusals:input.EMPTY");
  }
  const refused = refusal?.__typename === "InputRejected" ? fieldOf(refusal.field ?? "") : null;
  if (refused) errors[refused] ??= refusalText(refusal);
  return errors;
}
