interface Head {
  readonly seq: number;
  heard: number;
  at: number;
}

const CURSOR = Buffer.from('"cursor":"');

/** When all watchers of a stream had come as far as somewhere, by the cursors of the frames that reached them. */
export class Heads {
  private readonly heads: Head[] = [];
  private readonly next: number[];

  constructor(private readonly watchers: number) {
    this.next = Array.from({ length: watchers }, () => 0);
  }

  hear(watcher: number, frame: Buffer): void {
    const seq = seqIn(frame);
    if (seq > (this.heads.at(-1)?.seq ?? 0)) this.heads.push({ seq, heard: 0, at: 0 });
    let i = this.next[watcher] ?? 0;
    for (; i < this.heads.length && (this.heads[i] as Head).seq <= seq; i++)
      this.count(this.heads[i] as Head);
    this.next[watcher] = i;
  }

  /** When the last watcher had a frame that reaches this far; null where some never had. */
  reachedAt(seq: number): number | null {
    return this.heads.find((head) => head.seq >= seq && head.heard === this.watchers)?.at ?? null;
  }

  private count(head: Head): void {
    head.heard += 1;
    if (head.heard === this.watchers) head.at = performance.now();
  }
}

/** The number in a cursor such as `1.42`. */
export const seqOf = (cursor: string): number => Number(cursor.slice(cursor.indexOf(".") + 1));

const seqIn = (frame: Buffer): number => {
  const from = frame.lastIndexOf(CURSOR) + CURSOR.length;
  return seqOf(frame.toString("latin1", from, frame.indexOf('"', from)));
};
