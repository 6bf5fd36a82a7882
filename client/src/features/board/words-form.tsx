import { Button } from "../../ui/button.js";
import type { ContributionKind } from "@ordskifte/schema";
import { lazy, Suspense, useRef, useState, type SubmitEvent, type ReactNode } from "react";
import { persistently } from "../../app/persistently.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { FormButtons } from "./form-buttons.js";
import { PrivacyCheck } from "./privacy-panel.js";
import { pointsIn } from "./pasted-list.js";
import { useWritingSignal } from "./use-writing-signal.js";
import { WordsFields } from "./words-fields.js";
import { hintsIn, problemsIn, type FormWords } from "./words.js";
import styles from "./words-form.module.css";

const PastedPoints = lazy(() => persistently(() => import("./pasted-points.js")));

export interface WordsFormProps {
  readonly kind: ContributionKind;
  readonly words: FormWords;
  /** Whether the device keeps what is written until it is sent. */
  readonly isKept: boolean;
  readonly onChange: (words: FormWords) => void;
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** Sends each point of a pasted list as a card of its own; without it lists are not asked about. */
  readonly onPoints?: (points: readonly string[]) => void;
  /** What stands above the fields, such as the card that is answered. */
  readonly children?: ReactNode;
}

/** The fields of one kind of card, with a last look for what might point at somebody. */
export function WordsForm({
  kind,
  words,
  isKept,
  onChange,
  submitLabel,
  onSubmit,
  onCancel,
  onPoints,
  children,
}: WordsFormProps) {
  const { t } = useTranslation("board");
  const [tried, setTried] = useState(false);
  const [hasPasted, setPasted] = useState(false);
  const [checking, setChecking] = useState<"no" | "card" | "points">("no");
  const form = useRef<HTMLFormElement>(null);
  const signal = useWritingSignal();
  const problems = problemsIn(kind, words);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0) return focusFirst(form.current, Object.keys(problems)[0]);
    if (hintsIn(words).length > 0) setChecking("card");
    else onSubmit();
  };
  // Of all that stands there: nothing that was typed before or after the paste is lost.
  const points = onPoints && hasPasted ? pointsIn(words.body) : [];
  const sendPoints = () => {
    if (hintsIn(words).length > 0) setChecking("points");
    else onPoints?.(points);
  };
  const change = (next: FormWords) => {
    signal();
    onChange(next);
  };
  if (checking !== "no") {
    const send = checking === "card" ? onSubmit : () => onPoints?.(points);
    return <PrivacyCheck hints={hintsIn(words)} onBack={() => setChecking("no")} onSend={send} />;
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      {children}
      <WordsFields
        kind={kind}
        words={words}
        problems={tried ? problems : {}}
        onChange={change}
        onPaste={() => setPasted(true)}
      />
      {points.length > 0 && (
        <Suspense>
          <PastedPoints points={points} onOne={() => setPasted(false)} onMany={sendPoints} />
        </Suspense>
      )}
      {!isKept && <p role="alert">{t("form.notKept")}</p>}
      <p className={styles.privacy}>{t("form.privacy")}</p>
      <FormButtons>
        <Button type="submit" data-color="brand1">
          {submitLabel}
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t("form.cancel")}
        </Button>
      </FormButtons>
    </form>
  );
}

function focusFirst(form: HTMLFormElement | null, field: string | undefined): void {
  const control = field ? form?.elements.namedItem(field) : null;
  const first = control instanceof RadioNodeList ? control[0] : control;
  if (first instanceof HTMLElement) first.focus();
}
