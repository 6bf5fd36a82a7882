/** Tells other nodes that a stream has moved. Carries no data, may lose, repeat or reorder; readers look for themselves. */
export interface Hint {
  readonly streamId: string;
  readonly epoch: number;
  readonly head: number;
}

/** Something short and passing that nodes tell each other besides, such as who is at a board (BUS5). */
export interface Notice {
  /** What it is about; those who listen pick theirs. */
  readonly topic: string;
  readonly text: string;
}

/** Longer notices are lost: Postgres carries eight kilobytes at a time. */
export const NOTICE_BYTES = 6_000;

export interface Bus {
  /** Never throws and never waits: a hint that cannot be sent is a hint that is lost. */
  publish(hint: Hint): void;
  /** Hears the hints of all nodes, its own too. Returns how to stop. */
  subscribe(listener: (hint: Hint) => void): () => void;
  /** Like a hint in everything: it neither waits nor throws, and may be lost. */
  announce(notice: Notice): void;
  /** Hears the notices of all nodes, its own too. Returns how to stop. */
  onNotice(listener: (notice: Notice) => void): () => void;
  close(): Promise<void>;
}

/** What comes over the wire may be anything. */
export const isHint = (value: unknown): value is Hint => {
  const hint = value as Partial<Hint> | null | undefined;
  return (
    typeof hint?.streamId === "string" && typeof hint.epoch === "number" && typeof hint.head === "number"
  );
};

export const isNotice = (value: unknown): value is Notice => {
  const notice = value as Partial<Notice> | null | undefined;
  return typeof notice?.topic === "string" && typeof notice.text === "string";
};

export const isTooLong = ({ topic, text }: Notice): boolean =>
  Buffer.byteLength(topic) + Buffer.byteLength(text) > NOTICE_BYTES;
