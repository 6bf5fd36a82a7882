import { useCallback, useEffect, useState } from "react";

/** One question over HTTP, for the screens that stand before the live layer. Throws when there is no whole answer. */
async function ask<Data>(
  query: string,
  variables: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Data> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "apollo-require-preflight": "1" },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const answer = (await response.json()) as { data?: Data; errors?: unknown };
  if (!answer.data || answer.errors) throw new Error(`No answer from the server (HTTP ${response.status})`);
  return answer.data;
}

export interface PlainAnswer<Data> {
  data: Data | null;
  failed: boolean;
  again: () => void;
}

/**
 * Asks once, and again when the variable changes.
 * @param query the text of a `.graphql` file that uses no fragments of other files, imported with `?raw`
 */
export function usePlainQuery<Data>(query: string, variables: Record<string, string>): PlainAnswer<Data> {
  const [answer, setAnswer] = useState<{ data: Data | null; failed: boolean }>({ data: null, failed: false });
  const [round, setRound] = useState(0);
  const asked = JSON.stringify(variables);
  useEffect(() => {
    const leaving = new AbortController();
    ask<Data>(query, JSON.parse(asked) as Record<string, unknown>, leaving.signal).then(
      (data) => setAnswer({ data, failed: false }),
      () => leaving.signal.aborted || setAnswer({ data: null, failed: true }),
    );
    return () => leaving.abort();
  }, [query, asked, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return { ...answer, again };
}
