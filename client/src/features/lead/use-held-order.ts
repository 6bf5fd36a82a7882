import { type FocusEvent, useState } from "react";
import { type GroupLife, inOrderOf } from "./group-life.js";

/** Keeps tiles where they are while a pointer or the focus is among them: nothing moves away from under a finger. */
export function useHeldOrder(lives: readonly GroupLife[]) {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const ordered = held ? inOrderOf(lives, held) : lives;
  const hold = () => setHeld((before) => before ?? ordered.map(({ group }) => group.id));
  const release = () => setHeld(null);
  const holding = {
    onPointerEnter: hold,
    onPointerLeave: release,
    onFocus: hold,
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) release();
    },
  };
  return { ordered, holding };
}
