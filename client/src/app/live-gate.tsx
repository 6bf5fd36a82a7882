import type { ReactNode } from "react";
import { type Live, LiveProvider } from "../live/index.js";
import { ConnectionSlot } from "./connection-slot.js";
import { Shell } from "./shell.js";

/** Gives the screens behind it the live layer. */
export function liveGate(live: Live) {
  return function LiveGate({ children }: { children: ReactNode }) {
    return <LiveProvider value={live}>{children}</LiveProvider>;
  };
}

/** The usual frame with the connection sign, for screens behind the gate. */
export function LiveShell({ children }: { children: ReactNode }) {
  return <Shell sign={<ConnectionSlot />}>{children}</Shell>;
}
