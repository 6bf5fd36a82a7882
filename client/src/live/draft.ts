import { useCallback, useState } from "react";

const prefix = "ordskifte.draft.";

function readDraft<T>(key: string, empty: T, accepts: (value: unknown) => value is T): T {
  try {
    const text = localStorage.getItem(prefix + key);
    const value: unknown = text === null ? null : JSON.parse(text);
    return accepts(value) ? value : empty;
  } catch {
    // A browser that refuses storage, or text of an older version: begin afresh.
    return empty;
  }
}

function writeDraft(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Storage is refused or full: the text still lives as long as the page.
  }
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  readonly clear: () => void;
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
  const clear = useCallback(() => {
    setState({ key, value: empty });
    writeDraft(key, null);
  }, [key, empty]);
  return { value: current.value, set, clear };
}

/** For drafts that are one piece of text. */
export function isText(value: unknown): value is string {
  return typeof value === "string";
}
