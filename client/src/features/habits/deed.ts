/** Something that was done and can be taken back. */
export interface Deed {
  /** What was done, as a short sentence. */
  readonly words: string;
  /** What to say where it cannot be taken back; else that it did not work. */
  readonly failed?: string;
  readonly undo: () => Promise<boolean>;
}
