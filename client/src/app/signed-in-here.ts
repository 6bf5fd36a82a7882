import { useSyncExternalStore } from "react";

/**
 * Whether somebody has signed in by a link on this device and not out again. The session itself is out of reach for
 * scripts; this only spares the phones of guests a question whose answer is always no.
 */
const KEY = "ordskifte.signedIn";

const listeners = new Set<() => void>();

export function markSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(KEY, "yes");
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing shows the way to the network on the front page only.
  }
  for (const listener of listeners) listener();
}

export function useSignedInHere(): boolean {
  return useSyncExternalStore(listen, isMarked);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isMarked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
