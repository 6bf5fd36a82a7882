import { Heading } from "../../ui/heading.js";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { ActButton } from "./act-button.js";
import { ClockControl } from "./clock-control.js";
import { PhaseControl } from "./phase-control.js";
import { Problem } from "./problem.js";
import { type Steps, stepsIn } from "./programme-steps.js";
import { ReadyCount } from "./ready-count.js";
import { SilentCards } from "./silent-cards.js";
import { useGoing } from "./use-going.js";
import styles from "./now-panel.module.css";

type Item = GatheringView["programme"][number];

/** Where we are, and the one main action of the console: Next. */
export function NowPanel({ gathering }: { gathering: GatheringView }) {
  const steps = stepsIn(gathering);
  return (
    <section className={styles.now}>
      <NowHead gathering={gathering} steps={steps} />
      {steps.current && (
        <div className={styles.controls}>
          <PhaseControl gathering={gathering} item={steps.current} />
          <ClockControl gathering={gathering} item={steps.current} />
          <div className={styles.state}>
            <ReadyCount gathering={gathering} />
            <SilentCards gathering={gathering} item={steps.current} />
          </div>
        </div>
      )}
      <StepButtons gathering={gathering} steps={steps} />
    </section>
  );
}

function NowHead({ gathering, steps }: { gathering: GatheringView; steps: Steps<Item> }) {
  const { t } = useTranslation(["lead", "ui"]);
  const { current } = steps;
  const position = gathering.programme.findIndex(({ id }) => id === current?.id) + 1;
  return (
    <header className={styles.head}>
      <p className={styles.where}>
        {current
          ? `${t("ui:programme.place", { position, total: gathering.programme.length })} · ${t(`ui:arena.${current.arena}`)}`
          : t("now.notStarted")}
      </p>
      <Heading level={2} className={styles.title}>
        {current?.title ?? gathering.title}
      </Heading>
      {current?.instruction && <p className={styles.instruction}>{current.instruction}</p>}
    </header>
  );
}

function StepButtons({ gathering, steps }: { gathering: GatheringView; steps: Steps<Item> }) {
  const { t } = useTranslation("lead");
  const { go, isBusy, problem } = useGoing(gathering);
  const to = (item: Item | null) => void (item && go(item));
  return (
    <div className={styles.steps}>
      <Problem text={problem} />
      <div className={styles.buttons}>
        {steps.previous && (
          <ActButton variant="tertiary" icon="back" isBusy={isBusy} onPress={() => to(steps.previous)}>
            {t("step.back")}
          </ActButton>
        )}
        {steps.next ? (
          <ActButton
            className={styles.next}
            data-color="brand1"
            data-size="lg"
            icon="onward"
            isBusy={isBusy}
            onPress={() => to(steps.next)}
          >
            <span className={styles.nextWords}>
              <span>{t("step.next")}</span>
              <span className={styles.nextTitle}>{steps.next.title}</span>
            </span>
          </ActButton>
        ) : (
          <p className={styles.last}>{t("step.last")}</p>
        )}
      </div>
    </div>
  );
}
