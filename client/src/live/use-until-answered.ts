import { useEffect, useState } from "react";
import { spreadBackoff } from "./backoff.js";
import { failureOf } from "./errors.js";
import { useLive } from "./live-provider.js";

/** A question of a screen's own, as `useQuery` tells of it. */
interface Asked {
  readonly data?: unknown;
  readonly error?: Error | undefined;
  /** Must be the same one each time. */
  readonly refetch: () => Promise<unknown>;
}

/**
 * Asks again what got no answer, until it gets one: at growing intervals, and at once when the net is back. What the server
 * has turned down is left at that. Answers whether it failed, also while it is being asked again.
 */
export function useUntilAnswered({ data, error, refetch }: Asked): boolean {
  const { comeback } = useLive();
  const [hasFailed, setFailed] = useState(false);
  const isAnswered = Boolean(data);
  const fails = !isAnswered && (hasFailed || (error !== undefined && failureOf(error).kind !== "rejected"));
  if (fails !== hasFailed) setFailed(fails);
  useEffect(() => {
    if (!fails) return undefined;
    const leaving = new AbortController();
    const backoff = spreadBackoff();
    const askOn = async () => {
      for (let tries = 0; !leaving.signal.aborted; tries += 1) {
        await comeback.sleep(backoff(tries));
        if (!leaving.signal.aborted) await refetch().catch(() => undefined);
      }
    };
    void askOn();
    return () => leaving.abort();
  }, [fails, comeback, refetch]);
  return fails;
}
