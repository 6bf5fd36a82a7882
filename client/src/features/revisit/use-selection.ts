import { useCallback, useMemo } from "react";
import { useSearchParams } from "wouter";
import { paramsOf, type Selection, selectionOf } from "./selection.js";

export interface Choosing {
  readonly selection: Selection;
  /** The card whose trail is open. */
  readonly cardId: string | null;
  /** Changes what is chosen; back takes it back. */
  readonly choose: (part: Partial<Selection>) => void;
  readonly trailOf: (cardId: string) => string;
  readonly closeTrail: () => void;
}

/** What the reader has chosen, read from the address and written to it. */
export function useSelection(): Choosing {
  const [params, setParams] = useSearchParams();
  const asked = params.toString();
  const selection = useMemo(() => selectionOf(new URLSearchParams(asked)), [asked]);
  const choose = useCallback(
    (part: Partial<Selection>) => setParams(paramsOf({ ...selection, ...part })),
    [selection, setParams],
  );
  const trailOf = useCallback((id: string) => `?${withCard(selection, id).toString()}`, [selection]);
  const closeTrail = useCallback(() => setParams(paramsOf(selection)), [selection, setParams]);
  return { selection, cardId: params.get("card"), choose, trailOf, closeTrail };
}

function withCard(selection: Selection, id: string): URLSearchParams {
  const params = paramsOf(selection);
  params.set("card", id);
  return params;
}
