import { useEffect } from "react";

/** Says in the window's title where one is. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
