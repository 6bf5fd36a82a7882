import { type FocusEvent, useEffect, useRef, useState } from "react";
import { type GroupLife, inOrderOf } from "./group-life.js";

/** How long tiles stay after the last touch: the next one may be on its way. */
const idleAfter = 8_000;

/**
 * Keeps tiles where they are while a pointer or the focus is among them, and a while after: nothing moves away from
 * under a finger. `sort` puts them in order at once; `isOld` says that it would change something.
 */
export function useHeldOrder(lives: readonly GroupLife[]) {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  const ordered = held ? inOrderOf(lives, held) : lives;
  const hold = () => {
    clearTimeout(later.current);
    setHeld((before) => before ?? ordered.map(({ group }) => group.id));
  };
  const release = () => {
    clearTimeout(later.current);
    later.current = setTimeout(() => setHeld(null), idleAfter);
  };
  const holding = {
    onPointerEnter: hold,
    onPointerDown: hold,
    onPointerLeave: release,
    onFocus: hold,
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) release();
    },
  };
  const isOld = ordered.some(({ group }, index) => group.id !== lives[index]?.group.id);
  return { ordered, holding, isOld, sort: () => setHeld(null) };
}
