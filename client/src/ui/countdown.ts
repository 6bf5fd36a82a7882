/** A countdown as the API gives it: `endsAt` while it runs, `remainingSeconds` while it is paused. */
export interface Countdown {
  state: "STOPPED" | "RUNNING" | "PAUSED";
  endsAt?: string | null;
  remainingSeconds?: number | null;
}

export type CountdownMood = "stopped" | "paused" | "running" | "lastMinute" | "over";

/**
 * Whole seconds left, never below 0; null when stopped.
 * @param serverNow the server's time in ms since 1970, as far as this device can tell
 */
export function secondsLeft(countdown: Countdown, serverNow: number): number | null {
  if (countdown.state === "PAUSED") return Math.max(0, countdown.remainingSeconds ?? 0);
  if (countdown.state !== "RUNNING" || !countdown.endsAt) return null;
  return Math.max(0, Math.ceil((Date.parse(countdown.endsAt) - serverNow) / 1000));
}

export function moodOf(countdown: Countdown, left: number | null): CountdownMood {
  if (left === null) return "stopped";
  if (countdown.state === "PAUSED") return "paused";
  if (left === 0) return "over";
  return left <= 60 ? "lastMinute" : "running";
}

/** "4:05"; hours are told as minutes, because programmes are planned in minutes. */
export function asMinutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Milliseconds until the shown number changes next. */
export function untilNextSecond(countdown: Countdown, serverNow: number): number {
  if (!countdown.endsAt) return 1000;
  const rest = (Date.parse(countdown.endsAt) - serverNow) % 1000;
  return rest > 0 ? rest : rest + 1000;
}
