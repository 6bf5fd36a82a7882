import { useCallback, useEffect, useState } from "react";
import { isOutdatedCode, loadAgain } from "../live/outdated.js";

interface Coded {
  readonly extensions?: { readonly code?: unknown };
}

/** One question over HTTP, for the screens that stand before the live layer. Throws when there is no whole answer. */
async function ask<Data>(
  documentId: string,
  variables: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Data> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "apollo-require-preflight": "1" },
    body: JSON.stringify({ documentId, variables }),
    signal,
  });
  const answer = (await response.json()) as { data?: Data; errors?: Coded[] };
  if (answer.errors?.some(({ extensions }) => isOutdatedCode(extensions?.code))) loadAgain();
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
 * @param documentId the id of a document that servers know
 */
export function usePlainQuery<Data>(
  documentId: string,
  variables: Record<string, string>,
): PlainAnswer<Data> {
  const [answer, setAnswer] = useState<{ data: Data | null; failed: boolean }>({ data: null, failed: false });
  const [round, setRound] = useState(0);
  const asked = JSON.stringify(variables);
  useEffect(() => {
    const leaving = new AbortController();
    ask<Data>(documentId, JSON.parse(asked) as Record<string, unknown>, leaving.signal).then(
      (data) => setAnswer({ data, failed: false }),
      () => leaving.signal.aborted || setAnswer({ data: null, failed: true }),
    );
    return () => leaving.abort();
  }, [documentId, asked, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return { ...answer, again };
}
