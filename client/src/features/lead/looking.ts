import { createContext, useContext } from "react";

/** Where the leader's own eyes are: an item that is not on, looked at without moving anybody; null for what is on. */
export interface Looking {
  readonly at: string | null;
  readonly look: (itemId: string | null) => void;
}

export const LookingContext = createContext<Looking>({ at: null, look: () => undefined });

export function useLooking(): Looking {
  return useContext(LookingContext);
}
