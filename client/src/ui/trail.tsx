import type { ReactNode } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { Icon, iconOf } from "./icons.js";
import { type CardKind, toneOf } from "./kinds.js";
import styles from "./trail.module.css";

export interface TrailStep {
  key: string;
  kind: CardKind;
  /** How this step came of the one before; null for the first. */
  relation: "CHALLENGES" | "ANSWERS" | "SPRINGS_FROM" | "MERGED_INTO" | "TAKEN_HOME_FROM" | null;
  text: string;
  meta?: string;
  here?: boolean;
  /** Wraps the text in a link to the card. */
  link?: (text: ReactNode) => ReactNode;
}

/** Where a card came from and what came of it, oldest first. */
export function Trail({ steps }: { steps: readonly TrailStep[] }) {
  const { t } = useTranslation("ui");
  return (
    <ol className={styles.trail} aria-label={t("trail.label")}>
      {steps.map((step) => (
        <Step key={step.key} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: TrailStep }) {
  const { t } = useTranslation("ui");
  return (
    <li className={styles.step} data-tone={toneOf(step.kind)} aria-current={step.here ? "true" : undefined}>
      <span className={styles.knot}>
        <Icon name={iconOf(step.kind)} />
      </span>
      <div className={styles.words}>
        <p className={styles.relation}>
          {step.relation ? t(`trail.${step.relation}`) : t("trail.start")}
          <span className={styles.kind}>{t(`kind.${step.kind}`)}</span>
        </p>
        <p className={styles.text}>{step.link ? step.link(step.text) : step.text}</p>
        <p className={styles.meta}>
          {step.meta}
          {step.here && <strong>{t("trail.here")}</strong>}
        </p>
      </div>
    </li>
  );
}
