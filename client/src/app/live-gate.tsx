import { lazy, type ReactNode, Suspense } from "react";
import { UndoProvider } from "../features/habits/undo.js";
import { loadTexts } from "../i18n/i18n.js";
import {
  isStuck,
  isUncounted,
  isUnsent,
  type Live,
  LiveProvider,
  useOutbox,
  useReadable,
} from "../live/index.js";
import { ConnectionSlot } from "./connection-slot.js";
import { persistently } from "./persistently.js";
import { Shell } from "./shell.js";

const Foot = lazy(() =>
  persistently(async () => {
    const [foot] = await Promise.all([import("../features/habits/foot.js"), loadTexts("habits")]);
    return foot;
  }),
);

const KeptBars = lazy(() =>
  persistently(async () => {
    const [bars] = await Promise.all([import("../features/habits/kept-bars.js"), loadTexts("habits")]);
    return bars;
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
        <KeptSlot />
        {children}
      </Shell>
    </UndoProvider>
  );
}

/** Hardly ever anything: fetched when there is something to say. */
function KeptSlot() {
  const { outbox, view } = useOutbox();
  const isKept = useReadable(outbox.isKept);
  const unkept = !isKept && view.items.some(isUnsent);
  const isTold = view.items.some((item) => isStuck(item) || isUncounted(item));
  if (view.leftBehind === 0 && !unkept && !isTold) return null;
  return (
    <Suspense>
      <KeptBars unkept={unkept} />
    </Suspense>
  );
}
