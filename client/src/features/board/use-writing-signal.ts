import { SignalWritingDocument } from "@ordskifte/schema";
import { useCallback, useRef } from "react";
import { useLive } from "../../live/index.js";
import { useBoardContext } from "./board-context.js";

const atMostEvery = 4_000;

/** Tells the leader's tiles that somebody here is writing. A sign that is lost does not matter. */
export function useWritingSignal(): () => void {
  const { server } = useLive();
  const { boardId } = useBoardContext();
  const last = useRef(0);
  return useCallback(() => {
    if (Date.now() - last.current < atMostEvery) return;
    last.current = Date.now();
    server.ask(SignalWritingDocument, { boardId }).catch(() => undefined);
  }, [server, boardId]);
}
