/** Something that was done and can be taken back. */
export interface Deed {
  /** What was done, as a short sentence. */
  readonly words: string;
  /** Answers whether it worked. */
  readonly undo: () => Promise<boolean>;
}
