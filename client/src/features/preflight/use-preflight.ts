import { ServerTimeDocument } from "@ordskifte/schema";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "../../live/index.js";
import type { Findings } from "./verdict.js";

/** As long as a socket must hold, in seconds: what cuts idle lines does so within a minute. */
export const lasts = 60;
const askEvery = 5_000;

const nothing: Findings = { answers: [], socketOpened: null, breaks: 0, clockOff: null };

export interface Preflight {
  readonly findings: Findings;
  /** Seconds since it began; null while none is on. */
  readonly seconds: number | null;
  readonly isDone: boolean;
  readonly start: () => void;
}

/** A minute in which the net of the hall is tried: a socket of its own, a question now and then, and the clock. */
export function usePreflight(): Preflight {
  const [findings, setFindings] = useState(nothing);
  const [seconds, setSeconds] = useState<number | null>(null);
  const stop = useRef<() => void>(undefined);
  const find = useCallback((more: (before: Findings) => Partial<Findings>) => {
    setFindings((before) => ({ ...before, ...more(before) }));
  }, []);
  const ask = useAsk(find);
  useEffect(() => () => stop.current?.(), []);
  const start = useCallback(() => {
    stop.current?.();
    setFindings(nothing);
    setSeconds(0);
    const closeSocket = holdSocket(find);
    void ask();
    const asking = setInterval(() => void ask(), askEvery);
    const counting = setInterval(() => {
      setSeconds((before) => {
        const now = (before ?? 0) + 1;
        if (now >= lasts) stop.current?.();
        return Math.min(now, lasts);
      });
    }, 1_000);
    stop.current = () => {
      clearInterval(asking);
      clearInterval(counting);
      closeSocket();
    };
  }, [ask, find]);
  return { findings, seconds, isDone: seconds === lasts, start };
}

type Find = (more: (before: Findings) => Partial<Findings>) => void;

/** Asks the server for its time: how long that takes, and how far apart the clocks are. */
function useAsk(find: Find): () => Promise<void> {
  const { server } = useLive();
  return useCallback(async () => {
    const from = Date.now();
    try {
      const { serverTime } = await server.ask(ServerTimeDocument, {});
      const to = Date.now();
      const clockOff = (from + to) / 2 - Date.parse(serverTime);
      find(({ answers }) => ({ answers: [...answers, to - from], clockOff }));
    } catch {
      find(({ answers }) => ({ answers: [...answers, null] }));
    }
  }, [server, find]);
}

const NORMAL = 1000;

/** Keeps a socket open, counts how often it breaks, and opens it again. Answers how to end it. */
function holdSocket(find: Find): () => void {
  let socket: WebSocket | null = null;
  let isOver = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    const address = new URL("/graphql", location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const own = new WebSocket(address, "graphql-transport-ws");
    socket = own;
    let wasOpen = false;
    own.addEventListener("open", () => own.send(JSON.stringify({ type: "connection_init" })));
    own.addEventListener("message", ({ data }) => {
      if (String(data).includes('"ping"')) own.send(JSON.stringify({ type: "pong" }));
      if (!String(data).includes("connection_ack")) return;
      wasOpen = true;
      find(() => ({ socketOpened: true }));
    });
    own.addEventListener("close", () => {
      if (isOver) return;
      find((before) => ({
        socketOpened: before.socketOpened ?? false,
        breaks: before.breaks + Number(wasOpen),
      }));
      again = setTimeout(open, 2_000);
    });
  };
  open();
  return () => {
    isOver = true;
    clearTimeout(again);
    socket?.close(NORMAL);
  };
}
