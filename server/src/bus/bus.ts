/** Tells other nodes that a stream has moved. Carries no data, may lose, repeat or reorder; readers look for themselves. */
export interface Hint {
  readonly streamId: string;
  readonly epoch: number;
  readonly head: number;
}

export interface Bus {
  /** Never throws and never waits: a hint that cannot be sent is a hint that is lost. */
  publish(hint: Hint): void;
  /** Hears the hints of all nodes, its own too. Returns how to stop. */
  subscribe(listener: (hint: Hint) => void): () => void;
  close(): Promise<void>;
}

/** What comes over the wire may be anything. */
export const isHint = (value: unknown): value is Hint => {
  const hint = value as Partial<Hint> | null | undefined;
  return (
    typeof hint?.streamId === "string" && typeof hint.epoch === "number" && typeof hint.head === "number"
  );
};
