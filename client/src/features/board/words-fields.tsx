import { limits, type ContributionKind, type Lens } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { hasTitle, type FieldName, type FormWords, type Problem } from "./words.js";
import styles from "./words-form.module.css";

export interface WordsFieldsProps {
  readonly kind: ContributionKind;
  readonly words: FormWords;
  readonly problems: Partial<Record<FieldName, Problem>>;
  readonly onChange: (words: FormWords) => void;
  /** Hears of a paste where the card's text is written. */
  readonly onPaste?: () => void;
}

/** Below this many left, in signs, the counter is shown. */
const nearLimit = 100;

export function WordsFields(props: WordsFieldsProps) {
  const { kind, words, problems, onChange, onPaste } = props;
  const { t } = useTranslation("board");
  const say = useProblemText();
  return (
    <>
      {hasTitle(kind) && <TitleField {...props} />}
      <Field
        label={t(`form.body.${kind}`)}
        description={kind === "CHALLENGE" ? t("form.challengeHelp") : undefined}
        error={say("body", problems.body)}
        counter={useCounter(words.body, limits.contributionBody)}
        control={
          <textarea
            name="body"
            rows={kind === "PRACTICE_EXAMPLE" ? 6 : 4}
            value={words.body}
            onPaste={onPaste}
            onChange={(event) => onChange({ ...words, body: event.target.value })}
          />
        }
      />
      {kind === "PRACTICE_EXAMPLE" && <ExampleFields {...props} />}
    </>
  );
}

function TitleField({ words, problems, onChange }: WordsFieldsProps) {
  const { t } = useTranslation("board");
  const say = useProblemText();
  return (
    <Field
      label={t("form.title")}
      description={t("form.titleHelp")}
      error={say("title", problems.title)}
      counter={useCounter(words.title, limits.contributionTitle)}
      control={
        <input
          name="title"
          autoComplete="off"
          value={words.title}
          onChange={(event) => onChange({ ...words, title: event.target.value })}
        />
      }
    />
  );
}

function ExampleFields({ words, problems, onChange }: WordsFieldsProps) {
  const { t } = useTranslation("board");
  const say = useProblemText();
  return (
    <>
      <LensField
        words={words}
        error={say("lens", problems.lens)}
        onChange={(lens) => onChange({ ...words, lens })}
      />
      <Field
        label={t("form.challengeUsOn")}
        description={t("form.challengeUsOnHelp")}
        error={say("challengeUsOn", problems.challengeUsOn)}
        counter={useCounter(words.challengeUsOn, limits.challengeUsOn)}
        control={
          <textarea
            name="challengeUsOn"
            rows={2}
            value={words.challengeUsOn}
            onChange={(event) => onChange({ ...words, challengeUsOn: event.target.value })}
          />
        }
      />
      <Field
        label={t("form.theme")}
        description={t("form.themeHelp")}
        error={say("theme", problems.theme)}
        control={
          <input
            name="theme"
            autoComplete="off"
            value={words.theme}
            onChange={(event) => onChange({ ...words, theme: event.target.value })}
          />
        }
      />
    </>
  );
}

interface LensFieldProps {
  readonly words: FormWords;
  readonly error: string | undefined;
  readonly onChange: (lens: Lens) => void;
}

function LensField({ words, error, onChange }: LensFieldProps) {
  const { t } = useTranslation("board");
  const choices = [
    ["GOOD", t("form.lensGood")],
    ["CRITICAL", t("form.lensCritical")],
  ] as const;
  return (
    <fieldset className={styles.lenses} aria-describedby={error ? "lens-error" : undefined}>
      <legend>{t("form.lens")}</legend>
      {choices.map(([lens, label]) => (
        <label key={lens} className={styles.choice}>
          <input
            type="radio"
            name="lens"
            value={lens}
            checked={words.lens === lens}
            onChange={() => onChange(lens)}
          />
          {label}
        </label>
      ))}
      <p id="lens-error" className={styles.error} aria-live="polite">
        {error}
      </p>
    </fieldset>
  );
}

function useCounter(text: string, limit: number): string | undefined {
  const { t } = useTranslation("board");
  const { length } = text.trim();
  return length > limit - nearLimit ? t("form.count", { count: length, limit }) : undefined;
}

function useProblemText(): (field: FieldName, problem: Problem | undefined) => string | undefined {
  const { t } = useTranslation("board");
  return (field, problem) => {
    if (!problem) return undefined;
    if (problem.kind === "tooLong") return t("form.tooLong", { limit: problem.limit });
    if (field === "title") return t("form.needTitle");
    return field === "lens" ? t("form.needLens") : t("form.needBody");
  };
}
