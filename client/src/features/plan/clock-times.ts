import { useTranslation } from "../../i18n/use-translation.js";

/** Times of day and days as the reader writes them, in the reader's own time zone. */
export function useTimes() {
  const { i18n } = useTranslation();
  const written = (options: Intl.DateTimeFormatOptions) => (time: number) =>
    new Date(time).toLocaleString(i18n.locales, options);
  return {
    clock: written({ hour: "2-digit", minute: "2-digit" }),
    day: written({ weekday: "long", day: "numeric", month: "long" }),
    dayAndClock: written({
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
    }),
  };
}
