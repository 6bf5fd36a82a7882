import { useEffect, useRef, useSyncExternalStore } from "react";

/** What single keys do while the component is there, by `KeyboardEvent.key`. */
export type Keys = Readonly<Record<string, () => void>>;

const SETTING = "ordskifte.keys";
const listeners = new Set<() => void>();
let remembered: boolean | null = null;

/** Whether single keys do anything on this device. */
function keysAreOn(): boolean {
  remembered ??= read();
  return remembered;
}

/** Some people's aids type what they hear: for them single keys must be possible to turn off (WCAG 2.1.4). */
export function turnKeys(on: boolean): void {
  remembered = on;
  try {
    localStorage.setItem(SETTING, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing: for this visit.
  }
  for (const listener of listeners) listener();
}

export function useKeysAreOn(): boolean {
  return useSyncExternalStore(listen, keysAreOn);
}

/** Acts on single keys, never while somebody writes, chooses or has a window open, nor together with another key. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = Object.hasOwn(now.current, event.key) ? now.current[event.key] : undefined;
      if (!act || !keysAreOn() || !isFree(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function isFree({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented || document.querySelector("dialog[open]"))
    return false;
  return !(target instanceof Element && target.closest("input, textarea, select, [contenteditable]"));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): boolean {
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true;
  }
}
