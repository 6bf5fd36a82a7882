import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { AnnouncementBatch } from "./announcement-batch.js";

const Announce = createContext<(text: string) => void>(() => undefined);

/** Holds the one polite live region of the page. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState("");
  const announce = useMemo(() => {
    const batch = new AnnouncementBatch(setText);
    return (message: string) => batch.add(message);
  }, []);
  return (
    <Announce.Provider value={announce}>
      {children}
      <output className="ds-sr-only" aria-live="polite">
        {text}
      </output>
    </Announce.Provider>
  );
}

/** Tells screen readers something that happened elsewhere on the page; batched to one announcement in 5 s. */
export function useAnnounce(): (text: string) => void {
  return useContext(Announce);
}
