import type { StreamHead } from "./vocabulary.js";

/** Batches that go under the lock after this node was found to be wrong: another node writes to the stream, too. */
const REST_AFTER_MISS = 8;
const MOST_STREAMS = 10_000;

interface Known {
  readonly stream: StreamHead;
  readonly rest: number;
}

/** Where this node last saw streams stand. It may be out of date: whoever relies on it checks while writing (LOG8). */
export class KnownHeads {
  private readonly streams = new Map<string, Known>();

  /** Null where it is not known, or better not relied on. */
  expect(id: string): StreamHead | null {
    const known = this.streams.get(id);
    if (!known) return null;
    if (known.rest === 0) return known.stream;
    this.streams.set(id, { ...known, rest: known.rest - 1 });
    return null;
  }

  learn(streams: readonly StreamHead[]): void {
    for (const stream of streams) this.put({ stream, rest: this.streams.get(stream.id)?.rest ?? 0 });
  }

  missed(id: string): void {
    const known = this.streams.get(id);
    if (known) this.put({ ...known, rest: REST_AFTER_MISS });
  }

  /** The streams that were not written to for the longest time make room. */
  private put(known: Known): void {
    this.streams.delete(known.stream.id);
    this.streams.set(known.stream.id, known);
    const [oldest] = this.streams.keys();
    if (this.streams.size > MOST_STREAMS && oldest) this.streams.delete(oldest);
  }
}
