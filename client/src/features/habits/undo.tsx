import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from "react";
import { persistently } from "../../app/persistently.js";
import { loadTexts } from "../../i18n/i18n.js";
import type { Deed } from "./deed.js";

const UndoBar = lazy(() =>
  persistently(async () => {
    const [bar] = await Promise.all([import("./undo-bar.js"), loadTexts("habits")]);
    return bar;
  }),
);

const Offer = createContext<(deed: Deed) => void>(() => undefined);

/**
 * Offers to take back what was done last, in a bar that stays until it is used, closed or replaced: no time runs out for
 * anybody.
 */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [last, setLast] = useState<{ deed: Deed; count: number } | null>(null);
  const offer = useMemo(() => {
    let count = 0;
    return (deed: Deed) => setLast({ deed, count: ++count });
  }, []);
  return (
    <Offer value={offer}>
      {children}
      {last && (
        <Suspense>
          <UndoBar key={last.count} deed={last.deed} onClose={() => setLast(null)} />
        </Suspense>
      )}
    </Offer>
  );
}

/** Gives what tells the bar of a deed. */
export function useOfferUndo(): (deed: Deed) => void {
  return useContext(Offer);
}
