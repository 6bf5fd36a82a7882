import { useEffect, useState } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { useAnnounce } from "./announcer.js";
import { ErrorState, LoadingState } from "./states.js";

/** Milliseconds after which whoever waits is told that there is no answer, though it may still come. */
const LATE = 8_000;

interface FetchingStateProps {
  /** Whether there is no answer, as far as one knows by now. */
  isFailed: boolean;
  /** Asks anew; resolves or fails when it is known how that went. */
  onRetry: () => Promise<unknown>;
}

/**
 * What is not there yet, until it is: first that it is being fetched, then that nobody answers, and a button to try again. It
 * stays while one tries, so that neither the eye nor the focus loses its place.
 */
export function FetchingState({ isFailed, onRetry }: FetchingStateProps) {
  const { t } = useTranslation("ui");
  const [isLate, setLate] = useState(false);
  const { isTrying, tryAgain } = useTrying(onRetry);
  useEffect(() => {
    const late = setTimeout(() => setLate(true), LATE);
    return () => clearTimeout(late);
  }, []);
  if (isFailed && !isLate) setLate(true);
  if (!isLate) return <LoadingState />;
  return (
    <ErrorState title={t("state.unanswered")} isTrying={isTrying} onRetry={tryAgain}>
      {t("state.comesBack")}
    </ErrorState>
  );
}

/** Tries again, and says it when that did not help: the button looks as before then. */
function useTrying(onRetry: () => Promise<unknown>) {
  const { t } = useTranslation("ui");
  const announce = useAnnounce();
  const [isTrying, setTrying] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) announce(t("state.unanswered"), "unanswered");
  }, [tries, announce, t]);
  const tryAgain = () => {
    setTrying(true);
    const over = () => {
      setTrying(false);
      setTries((count) => count + 1);
    };
    onRetry().then(over, over);
  };
  return { isTrying, tryAgain };
}
