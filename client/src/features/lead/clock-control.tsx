import { type ClockAction, SetClockDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, useLive, useReadable, useServerNow } from "../../live/index.js";
import { Clock } from "../../ui/clock.js";
import { secondsLeft } from "../../ui/countdown.js";
import { ActButton } from "./act-button.js";
import { Problem } from "./problem.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./clock-control.module.css";

const more = 120;

interface ClockControlProps {
  gathering: GatheringView;
  item: GatheringView["programme"][number];
}

/** The one clock that everybody sees. Which buttons there are follows from what it does now. */
export function ClockControl({ gathering, item }: ClockControlProps) {
  const { t } = useTranslation("lead");
  const offset = useReadable(useLive().clock.offset);
  const { run, isBusy, problem } = useLeaderAct(SetClockDocument);
  const set = (action: ClockAction, seconds?: number) =>
    void run({ gatheringId: gathering.id, action, seconds: seconds ?? null });
  return (
    <div className={styles.control}>
      <span className={styles.label}>{t("clock.label")}</span>
      <div className={styles.buttons}>
        <Clock countdown={gathering.clock} serverOffset={offset} size="large" />
        <Overrun gathering={gathering} />
        <ClockButtons gathering={gathering} minutes={item.minutes} isBusy={isBusy} set={set} />
      </div>
      <Problem text={problem} />
    </div>
  );
}

interface ClockButtonsProps {
  gathering: GatheringView;
  minutes: number;
  isBusy: boolean;
  set: (action: ClockAction, seconds?: number) => void;
}

function ClockButtons({ gathering: { clock }, minutes, isBusy, set }: ClockButtonsProps) {
  const { t } = useTranslation("lead");
  const isOver = secondsLeft(clock, useServerNow()) === 0 && clock.state === "RUNNING";
  if (clock.state === "STOPPED") {
    return (
      <ActButton variant="secondary" icon="clock" isBusy={isBusy} onPress={() => set("START")}>
        {t("clock.start", { count: minutes })}
      </ActButton>
    );
  }
  return (
    <>
      {clock.state === "PAUSED" && (
        <ActButton variant="secondary" isBusy={isBusy} onPress={() => set("RESUME")}>
          {t("clock.resume")}
        </ActButton>
      )}
      {clock.state === "RUNNING" && !isOver && (
        <ActButton variant="secondary" isBusy={isBusy} onPress={() => set("PAUSE")}>
          {t("clock.pause")}
        </ActButton>
      )}
      <ActButton variant="secondary" isBusy={isBusy} onPress={() => set("EXTEND", more)}>
        {t("clock.more", { count: more / 60 })}
      </ActButton>
      <ActButton variant="tertiary" isBusy={isBusy} onPress={() => set("STOP")}>
        {t("clock.stop")}
      </ActButton>
    </>
  );
}

/** How far over time the gathering is; only the leader is told. */
function Overrun({ gathering: { clock } }: { gathering: GatheringView }) {
  const { t } = useTranslation("lead");
  const now = useServerNow();
  if (clock.state !== "RUNNING" || !clock.endsAt) return null;
  const over = Math.floor((now - Date.parse(clock.endsAt)) / 60_000);
  return over >= 1 ? <span className={styles.over}>{t("clock.over", { count: over })}</span> : null;
}
