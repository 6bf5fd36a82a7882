import { SignalWritingDocument } from "@ordskifte/schema";
import { useCallback, useRef } from "react";
import { useLive } from "../../live/index.js";
import { useBoardContext } from "./board-context.js";

const atMostEvery = 4_000;

/** Tells the leader's tiles that somebody here is writing. A sign that is lost does not matter. */
export function useWritingSignal(): () => void {
  const { client } = useLive();
  const { boardId } = useBoardContext();
  const last = useRef(0);
  return useCallback(() => {
    if (Date.now() - last.current < atMostEvery) return;
    last.current = Date.now();
    const options = {
      mutation: SignalWritingDocument,
      variables: { boardId },
      fetchPolicy: "no-cache",
    } as const;
    client.mutate(options).catch(() => undefined);
  }, [client, boardId]);
}
