import { LRUCache } from "lru-cache";
import type { Queryable } from "../database/pool.js";
import { keyOf, type FoundRow, type Question } from "../database/questions.js";
import type { RowChange } from "./changes.js";
import type { LiveTable, Row } from "./live-table.js";
import { readStreams } from "./log.js";
import type { StreamHead } from "./vocabulary.js";

type RowsOf = ReadonlyMap<LiveTable, ReadonlyMap<string, RowChange>>;

interface Answers {
  readonly properties: readonly string[];
  readonly ids: Map<string, Set<string>>;
}

const ofTable = <T>(map: Map<LiveTable, Map<string, T>>, table: LiveTable): Map<string, T> => {
  const known = map.get(table) ?? new Map<string, T>();
  map.set(table, known);
  return known;
};

const isSame = (a: StreamHead, b: StreamHead): boolean => a.epoch === b.epoch && a.head === b.head;

/** Rows of one stream, read when it stood at `at` or later: as long as it stands there, they are as they were. */
class StreamMemory {
  size = 0;
  private readonly rows = new Map<LiveTable, Map<string, Row | null>>();
  private readonly answers = new Map<LiveTable, Map<string, Answers>>();

  constructor(public at: StreamHead) {}

  row(table: LiveTable, id: string): Row | null | undefined {
    return this.rows.get(table)?.get(id);
  }

  answer(table: LiveTable, { shape, key }: Question): readonly Row[] | undefined {
    const ids = this.answers.get(table)?.get(shape)?.ids.get(key);
    return ids && [...ids].map((id) => this.row(table, id) ?? null).filter((row) => row !== null);
  }

  keepRow(table: LiveTable, row: Row): void {
    const rows = ofTable(this.rows, table);
    if (!rows.has(row.id)) this.size += 1;
    rows.set(row.id, row);
  }

  keepAnswer(table: LiveTable, { shape, properties, key }: Question, rows: readonly Row[]): void {
    const answers = ofTable(this.answers, table);
    const ofShape = answers.get(shape) ?? { properties, ids: new Map<string, Set<string>>() };
    answers.set(shape, ofShape);
    ofShape.ids.set(key, new Set(rows.map(({ id }) => id)));
    this.size += 1;
  }

  /** What was committed. A new row is kept only where it belongs to an answer that is known. */
  apply(table: LiveTable, { op, row }: RowChange): void {
    if (!this.rows.has(table) && !this.answers.has(table)) return;
    const stored = table.asStored(row);
    const isKnown = this.row(table, stored.id) !== undefined;
    if (op === "remove") {
      if (isKnown) this.rows.get(table)?.set(stored.id, null);
    } else if (this.joinAnswers(table, stored) || isKnown) this.keepRow(table, stored);
  }

  /** Answers hold ids that may have ceased to match: whoever asks looks at the rows. */
  private joinAnswers(table: LiveTable, row: Row): boolean {
    let joined = false;
    for (const { properties, ids } of this.answers.get(table)?.values() ?? []) {
      const known = ids.get(keyOf(properties, row));
      known?.add(row.id);
      joined ||= known !== undefined;
    }
    return joined;
  }
}

interface Believed {
  readonly memory: StreamMemory;
  readonly at: StreamHead;
  /** Whether the stream was seen to stand there since the batch began; if not, that is to be checked as it is written. */
  readonly isSeen: boolean;
}

/** What one batch may believe of what its node has read before. */
export class Recollection {
  private readonly reliedOn = new Set<Believed>();

  constructor(
    private readonly believed: ReadonlyMap<string, Believed>,
    private readonly onStranger: (streamId: string) => void,
  ) {}

  /** Where streams must still stand for what was answered to hold. */
  get unproven(): StreamHead[] {
    return [...this.reliedOn].filter(({ isSeen }) => !isSeen).map(({ at }) => at);
  }

  row(table: LiveTable, id: string): Row | null | undefined {
    for (const believed of this.believed.values()) {
      const row = believed.memory.row(table, id);
      if (row !== undefined) return this.relying(believed, row);
    }
    return undefined;
  }

  answer(table: LiveTable, question: Question): readonly Row[] | undefined {
    const believed = this.believed.get(streamAsked(table, question) ?? "");
    const rows = believed?.memory.answer(table, question);
    return believed && rows && this.relying(believed, rows);
  }

  /** What was learnt after the batch began is newer than what it can prove. */
  private relying<Known>(believed: Believed, known: Known): Known | undefined {
    if (!believed.isSeen && !isSame(believed.memory.at, believed.at)) return undefined;
    this.reliedOn.add(believed);
    return known;
  }

  /** What was just read: rows, and with them the answer where the question names the stream that all of it lies in. */
  keep(table: LiveTable, question: Question, rows: readonly FoundRow[]): void {
    for (const row of rows) this.memoryOf(table.streamOf(row))?.keepRow(table, row);
    this.memoryOf(streamAsked(table, question))?.keepAnswer(table, question, rows);
  }

  /** None where the stream has moved on in this node since its head was read: what was read may be older or newer. */
  private memoryOf(streamId: string | null): StreamMemory | null {
    if (streamId === null) return null;
    const known = this.believed.get(streamId);
    if (!known) this.onStranger(streamId);
    return known && isSame(known.memory.at, known.at) ? known.memory : null;
  }
}

const streamAsked = (table: LiveTable, { where }: Question): string | null => {
  const streamId: unknown = table.streamOf(where as unknown as Row);
  return typeof streamId === "string" ? streamId : null;
};

const MOST = 100_000;
const MOST_STREAMS = 1_000;
const MOST_NEAR = 64;

/**
 * LOG9: what this node has read of streams' rows, each stream's with the place where it stood. A batch believes it only
 * of streams that it has seen to stand there still: its own by the lock or by the check of the head with which it is
 * written, those near by asking for their heads once it has begun.
 */
export class Memory {
  private readonly streams = new Map<string, StreamMemory>();
  /** Streams whose rows the commands of a stream ask for: a board's ask for its gathering and its network. */
  private readonly near = new LRUCache<string, Set<string>>({ max: MOST_STREAMS });

  /** Asks where the streams near by stand. */
  async recall(db: Queryable, heads: readonly StreamHead[]): Promise<Recollection> {
    const near = this.nearTo(heads);
    const others = near.length > 0 ? await readStreams(db, near) : [];
    return this.believing(heads, others, true);
  }

  /** Takes the streams near by to stand where this node last knew them to; null where it knows too little. */
  trust(heads: readonly StreamHead[]): Recollection | null {
    const others = this.knownNear(heads);
    return others && this.believing(heads, others, false);
  }

  /** As `trust`, of a stream that a batch is taking from one place to another: what it changes is not remembered yet. */
  foresee(from: StreamHead, to: StreamHead): Recollection | null {
    const others = this.knownNear([from]);
    return others && this.believing([from], others, false, to);
  }

  private knownNear(heads: readonly StreamHead[]): StreamHead[] | null {
    const known = this.nearTo(heads).map((id) => this.streams.get(id)?.at);
    const others = known.filter((at) => at !== undefined);
    return others.length === known.length ? others : null;
  }

  private nearTo(heads: readonly StreamHead[]): string[] {
    const own = new Set(heads.map(({ id }) => id));
    const near = heads.flatMap(({ id }) => [...(this.near.get(id) ?? [])]);
    return [...new Set(near)].filter((id) => !own.has(id));
  }

  private believing(
    own: readonly StreamHead[],
    near: readonly StreamHead[],
    isSeen: boolean,
    to?: StreamHead,
  ): Recollection {
    this.makeRoom();
    const believed = [
      ...own.map((at) => [at.id, { memory: this.at(at), at: to ?? at, isSeen: true }] as const),
      ...near.map((at) => [at.id, { memory: this.at(at), at, isSeen }] as const),
    ];
    return new Recollection(new Map(believed), (streamId) => this.meet(own, streamId));
  }

  /** What a batch committed takes its streams from where they stood to where they stand. */
  learn(before: readonly StreamHead[], after: ReadonlyMap<string, StreamHead>, rows: RowsOf): void {
    const current = before.filter(({ id }) => this.streams.has(id)).filter((stream) => this.isAt(stream));
    const kept = new Map(current.map(({ id }) => [id, this.streams.get(id) as StreamMemory]));
    for (const { id } of before) if (!kept.has(id)) this.streams.delete(id);
    for (const [table, changes] of rows)
      for (const change of changes.values()) kept.get(table.streamOf(change.row) ?? "")?.apply(table, change);
    for (const [id, memory] of kept) memory.at = after.get(id) ?? memory.at;
  }

  private isAt(stream: StreamHead): boolean {
    const memory = this.streams.get(stream.id);
    return memory !== undefined && isSame(memory.at, stream);
  }

  /** A memory that is ahead was brought there by a commit of this node after the head was read. */
  private at(stream: StreamHead): StreamMemory {
    const known = this.streams.get(stream.id);
    const stands = known && known.at.epoch === stream.epoch && known.at.head >= stream.head;
    const memory = stands ? known : new StreamMemory(stream);
    this.streams.delete(stream.id);
    this.streams.set(stream.id, memory);
    return memory;
  }

  private meet(heads: readonly StreamHead[], streamId: string): void {
    for (const { id } of heads) {
      const near = this.near.get(id) ?? new Set<string>();
      this.near.set(id, near);
      if (near.size < MOST_NEAR) near.add(streamId);
    }
  }

  /** The streams that were not asked of for the longest time make room. */
  private makeRoom(): void {
    let size = 0;
    for (const memory of this.streams.values()) size += memory.size;
    for (const [id, memory] of this.streams) {
      if (size <= MOST && this.streams.size <= MOST_STREAMS) return;
      size -= memory.size;
      this.streams.delete(id);
    }
  }
}
