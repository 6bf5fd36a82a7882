import { useEffect, useRef } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { Icon } from "./icons.js";
import styles from "./stage-strip.module.css";

export interface Stage {
  id: string;
  title: string;
  minutes: number;
  arena: "UNIT" | "CROSS" | "PLENARY";
}

type StageTime = "past" | "now" | "ahead";

export interface StageStripProps {
  stages: readonly Stage[];
  currentId?: string | null;
  /** `strip` runs sideways; `list` stands upright; `compact` tells only where we are. */
  form?: "strip" | "list" | "compact";
}

/** The programme, and where in it we are. */
export function StageStrip({ stages, currentId, form = "strip" }: StageStripProps) {
  const at = stages.findIndex((stage) => stage.id === currentId);
  if (form === "compact") return <CompactStrip stages={stages} at={at} />;
  return <FullStrip stages={stages} at={at} form={form} />;
}

function FullStrip({ stages, at, form }: { stages: readonly Stage[]; at: number; form: string }) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={t("programme.label")}>
      <ol className={styles.strip} data-form={form}>
        {stages.map((stage, index) => (
          <StageStep key={stage.id} stage={stage} time={timeOf(index, at)} />
        ))}
      </ol>
    </nav>
  );
}

function StageStep({ stage, time }: { stage: Stage; time: StageTime }) {
  const { t } = useTranslation("ui");
  const step = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (time === "now") step.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [time]);
  return (
    <li
      ref={step}
      className={styles.step}
      data-time={time}
      aria-current={time === "now" ? "step" : undefined}
    >
      <span className={styles.dot}>{time === "past" && <Icon name="saved" />}</span>
      <span className={styles.words}>
        {time === "now" && <span className={styles.here}>{t("programme.here")}</span>}
        {time === "past" && <span className="ds-sr-only">{t("programme.done")}</span>}
        <span className={styles.title}>{stage.title}</span>
        <span className={styles.meta}>
          {t(`arena.${stage.arena}`)} · {t("programme.minutes", { count: stage.minutes })}
        </span>
      </span>
    </li>
  );
}

function CompactStrip({ stages, at }: { stages: readonly Stage[]; at: number }) {
  const { t } = useTranslation("ui");
  const next = stages[at + 1];
  return (
    <div className={styles.compact}>
      <div className={styles.bar} aria-hidden="true">
        {stages.map((stage, index) => (
          <span
            key={stage.id}
            data-time={timeOf(index, at)}
            style={{ flexGrow: Math.max(4, stage.minutes) }}
          />
        ))}
      </div>
      <p className={styles.place}>
        {at >= 0 && <span>{t("programme.place", { position: at + 1, total: stages.length })}</span>}
        {next && <span>{t("programme.next", { title: next.title })}</span>}
      </p>
    </div>
  );
}

function timeOf(index: number, at: number): StageTime {
  if (index < at) return "past";
  return index === at ? "now" : "ahead";
}
