import { useEffect, useRef } from "react";

let opened = 0;

/**
 * Lets the browser's Back close what lies over the page, as people on phones expect. An entry is added to the history
 * while it is open, and taken away when it was closed in another way and nobody has gone elsewhere meanwhile.
 */
export function useBackCloses(open: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!open) return undefined;
    const mark = ++opened;
    const isHere = () => markIn(history.state) === mark;
    const follow = () => isHere() || close.current();
    // Later, so that an effect which is undone at once leaves no trace.
    const entering = setTimeout(() => {
      history.pushState({ window: mark }, "");
      addEventListener("popstate", follow);
    });
    return () => {
      clearTimeout(entering);
      removeEventListener("popstate", follow);
      if (isHere()) history.back();
    };
  }, [open]);
}

function markIn(state: unknown): unknown {
  return typeof state === "object" && state !== null && "window" in state ? state.window : undefined;
}
