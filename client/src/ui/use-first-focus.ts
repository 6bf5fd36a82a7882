import { type RefObject, useEffect, useRef } from "react";

/** A ref for the field that a person came here to fill in: it has the focus once it is there. */
export function useFirstFocus<E extends HTMLElement>(): RefObject<E | null> {
  const field = useRef<E>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return field;
}
