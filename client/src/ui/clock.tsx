import { useEffect, useState } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { useAnnounce } from "./announcer.js";
import {
  asMinutes,
  type Countdown,
  type CountdownMood,
  moodOf,
  secondsLeft,
  untilNextSecond,
} from "./countdown.js";
import { Icon } from "./icons.js";
import { SecondHand } from "./second-hand.js";
import styles from "./clock.module.css";

export interface ClockProps {
  countdown: Countdown;
  /** The server's clock minus this device's, in milliseconds. */
  serverOffset?: number;
  size?: "small" | "large" | "hall";
}

/** The shared countdown. Draws nothing when it is stopped; the last minute is felt, not shouted. */
export function Clock({ countdown, serverOffset = 0, size = "small" }: ClockProps) {
  const { t } = useTranslation("ui");
  const left = useSecondsLeft(countdown, serverOffset);
  const mood = moodOf(countdown, left);
  useAnnounceLastMinute(mood);
  if (left === null) return null;
  const minutes = t("clock.minutes", { count: Math.floor(left / 60) });
  const spoken = t("clock.spoken", { minutes, seconds: t("clock.seconds", { count: left % 60 }) });
  return (
    <span className={styles.clock} data-mood={mood} data-size-of={size} role="timer" aria-live="off">
      <Icon name="clock" className={styles.icon} />
      <span className="ds-sr-only">{spoken}</span>
      <span className={styles.digits} aria-hidden="true">
        {mood === "over" ? t("clock.over") : asMinutes(left)}
      </span>
      {mood === "paused" && <span className={styles.word}>{t("clock.paused")}</span>}
    </span>
  );
}

function useSecondsLeft(countdown: Countdown, serverOffset: number): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = new SecondHand(() => {
      setNow(Date.now());
      return untilNextSecond(countdown, Date.now() + serverOffset);
    });
    if (countdown.state === "RUNNING") timer.start();
    return () => timer.stop();
  }, [countdown, serverOffset]);
  return secondsLeft(countdown, now + serverOffset);
}

function useAnnounceLastMinute(mood: CountdownMood): void {
  const { t } = useTranslation("ui");
  const announce = useAnnounce();
  useEffect(() => {
    if (mood === "lastMinute") announce(t("clock.lastMinute"));
    if (mood === "over") announce(t("clock.over"));
  }, [mood, announce, t]);
}
