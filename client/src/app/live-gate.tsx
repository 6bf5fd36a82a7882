import { lazy, type ReactNode } from "react";
import { UndoProvider } from "../features/habits/undo.js";
import { loadTexts } from "../i18n/i18n.js";
import { type Live, LiveProvider } from "../live/index.js";
import { ConnectionSlot } from "./connection-slot.js";
import { persistently } from "./persistently.js";
import { Shell } from "./shell.js";

const Foot = lazy(() =>
  persistently(async () => {
    const [foot] = await Promise.all([import("../features/habits/foot.js"), loadTexts("habits")]);
    return foot;
  }),
);

/** Gives the screens behind it the live layer. */
export function liveGate(live: Live) {
  return function LiveGate({ children }: { children: ReactNode }) {
    return <LiveProvider value={live}>{children}</LiveProvider>;
  };
}

/** The usual frame with the connection sign, for screens behind the gate. */
export function LiveShell({ children }: { children: ReactNode }) {
  return (
    <UndoProvider>
      <Shell sign={<ConnectionSlot />} foot={<Foot />}>
        {children}
      </Shell>
    </UndoProvider>
  );
}
