import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { AnnouncementBatch } from "./announcement-batch.js";

interface Announce {
  /** Says it; what is said later about the same `topic` takes its place while it waits. */
  (text: string, topic?: string): void;
  /** Says how many, counting together what has not been said yet. */
  count(topic: string, count: number, say: (count: number) => string): void;
}

const AnnounceContext = createContext<Announce>(Object.assign(() => undefined, { count: () => undefined }));

/** Holds the one polite live region of the page: it is there, empty, before there is anything to say. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState("");
  const announce = useMemo(() => {
    const batch = new AnnouncementBatch(setText);
    const say = (message: string, topic?: string) => batch.add(message, topic);
    return Object.assign(say, { count: batch.addCount.bind(batch) });
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className="ds-sr-only" role="status">
        {text}
      </div>
    </AnnounceContext.Provider>
  );
}

/** Tells screen readers something that happened elsewhere on the page; batched to one announcement in 5 s. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** Says these words when they appear or change, such as those of a bar that comes by itself; nothing while there are none. */
export function useTold(words: string | null, topic?: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (words !== null) announce(words, topic);
  }, [announce, words, topic]);
}
