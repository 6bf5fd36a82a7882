import { useCallback, useState } from "react";

const prefix = "ordskifte.draft.";

function readDraft<T>(key: string, empty: T, accepts: (value: unknown) => value is T): T {
  const value = parsed(storedText(key));
  // Not accepted: text of an older version.
  return accepts(value) ? value : empty;
}

/** Drafts that the device did not take: they live as long as the page. */
const unkept = new Set<string>();

export function hasUnkeptDrafts(): boolean {
  return unkept.size > 0;
}

function writeDraft(key: string, value: unknown): void {
  unkept.delete(key);
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Storage is refused or full.
    if (value !== null) unkept.add(key);
  }
}

/** Removes a draft once `stored` is done, unless something new has been written under its name by then. */
function removeAfter(key: string, stored: Promise<unknown>): void {
  const sent = storedText(key);
  void stored.then(() => storedText(key) === sent && writeDraft(key, null));
}

function storedText(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export interface Draft<T> {
  readonly value: T;
  /** Whether it outlives the page. */
  readonly isKept: boolean;
  readonly set: (value: T) => void;
  /** Begins afresh; what was written leaves the device when `stored` is done, so that it always lies somewhere. */
  readonly clear: (stored?: Promise<unknown>) => void;
}

/**
 * Text that is being written, kept on this device through reloads and closed tabs.
 * `empty` and `accepts` must not change while `key` stays the same.
 */
export function useDraft<T>(key: string, empty: T, accepts: (value: unknown) => value is T): Draft<T> {
  const [state, setState] = useState(() => ({ key, value: readDraft(key, empty, accepts) }));
  const current = state.key === key ? state : { key, value: readDraft(key, empty, accepts) };
  if (current !== state) setState(current);
  const set = useCallback(
    (value: T) => {
      setState({ key, value });
      writeDraft(key, value);
    },
    [key],
  );
  const clear = useCallback(
    (stored: Promise<unknown> = Promise.resolve()) => {
      setState({ key, value: empty });
      unkept.delete(key);
      removeAfter(key, stored);
    },
    [key, empty],
  );
  return { value: current.value, isKept: !unkept.has(key), set, clear };
}

/** For drafts that are one piece of text. */
export function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** The drafts on this device whose name begins with `scope` and a full stop, as names and values. */
export function keptDrafts(scope: string): [key: string, value: unknown][] {
  const start = `${prefix}${scope}.`;
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(start));
    return names.map((name) => [name.slice(prefix.length), parsed(localStorage.getItem(name))]);
  } catch {
    return [];
  }
}

export function dropDraft(key: string): void {
  writeDraft(key, null);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
