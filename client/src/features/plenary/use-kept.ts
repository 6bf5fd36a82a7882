import { useEffect, useMemo } from "react";

const prefix = "ordskifte.hall.";

/**
 * The newest `value` that was there, also after a reload: a projector that loses the server keeps its picture. Kept
 * only as long as the browser's tab.
 */
export function useKept<Value>(name: string, value: Value | null): Value | null {
  const kept = useMemo(() => (value === null ? read<Value>(name) : null), [name, value]);
  useEffect(() => {
    if (value !== null) write(name, value);
  }, [name, value]);
  return value ?? kept;
}

function read<Value>(name: string): Value | null {
  try {
    const text = sessionStorage.getItem(prefix + name);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still shows what comes.
  }
}
