import { useState } from "react";
import { useDraft } from "../../live/index.js";
import { clashesIn, type Fields, isKeptLike, keptAs, type KeptForm, settled, shownIn } from "./kept-form.js";

/** A form whose words outlive the page, over something that others may change meanwhile. */
export interface KeptFormState<T extends Fields> {
  /** What the fields show. */
  readonly value: T;
  /** What is saved by now. */
  readonly stands: T;
  /** Whether the device keeps what is written. */
  readonly isKept: boolean;
  /** Whether it was begun before it was opened now. */
  readonly isResumed: boolean;
  /** The fields that somebody else has saved otherwise since they were changed here. */
  readonly clashes: readonly (keyof T & string)[];
  readonly set: (value: T) => void;
  readonly settle: (choice: "mine" | "theirs") => void;
  /** Throws away what was typed, as after it has been saved. */
  readonly clear: () => void;
}

/** Keeps a form's words under `key` on this device until they are saved or thrown away; see `useDraft`. */
export function useKeptForm<T extends Fields>(key: string, stands: T): KeptFormState<T> {
  const [accepts] = useState(() => isKeptLike(stands));
  const draft = useDraft<KeptForm<T> | null>(key, null, accepts);
  const kept = draft.value;
  const [isResumed, setResumed] = useState(kept !== null);
  const clashes = clashesIn(kept, stands);
  return {
    value: shownIn(kept, stands),
    stands,
    isKept: draft.isKept,
    isResumed: isResumed && kept !== null,
    clashes,
    set: (value) => draft.set(keptAs(kept, stands, value)),
    settle: (choice) => draft.set(settled(kept, stands, clashes, choice)),
    clear: () => {
      setResumed(false);
      draft.set(null);
    },
  };
}
