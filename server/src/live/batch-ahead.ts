import type { Connection, Queryable } from "../database/pool.js";
import { type AnyWrite, BatchRun, type Engine } from "./batch.js";
import type { Changes } from "./changes.js";
import type { Recollection } from "./memory.js";
import type { StreamHead } from "./vocabulary.js";

/** A batch that has been sent to the database, and will take its stream from one place to another if it stands. */
export interface UnderWay {
  readonly from: StreamHead;
  readonly to: StreamHead;
  readonly changes: Changes;
  readonly stood: Promise<boolean>;
}

/** A connection that is not there yet. */
class AwaitedConnection implements Queryable {
  private arrive: (db: Queryable) => void = () => undefined;
  private readonly db = new Promise<Queryable>((resolve) => (this.arrive = resolve));

  come(db: Queryable): void {
    this.arrive(db);
  }

  async query<Row extends object>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }> {
    return (await this.db).query<Row>(text, values);
  }
}

/**
 * LOG8: commands that are carried out while the batch before them is being written, from where that will leave the
 * stream. It is not sent before that batch has stood, and is worth nothing if it has not. So Postgres and this process
 * work at the same time.
 */
export class BatchAhead {
  readonly writes: AnyWrite[] = [];
  private lent: Connection | null = null;

  private constructor(
    readonly from: StreamHead,
    readonly recollection: Recollection,
    readonly run: BatchRun,
    private readonly awaited: AwaitedConnection,
  ) {}

  /** Null where this node knows too little of the streams near by. */
  static behind(engine: Engine, { from, to, changes, stood }: UnderWay): BatchAhead | null {
    const recollection = engine.memory.foresee(from, to);
    if (!recollection) return null;
    const db = new AwaitedConnection();
    const before = { changes, stood };
    const run = new BatchRun(engine, { db, heads: [to], known: new Map(), recollection, before });
    return new BatchAhead(to, recollection, run, db);
  }

  take(write: AnyWrite): void {
    this.writes.push(write);
    this.run.take(write);
  }

  /** The connection of the batch before it, which need not go back and be fetched again. */
  lend(db: Connection): void {
    this.lent = db;
  }

  /** The connection that was lent, or one more; it is the caller's from now on. */
  async connect(engine: Engine): Promise<Connection> {
    const db = this.lent ?? (await engine.pool.connect());
    this.lent = null;
    this.awaited.come(db);
    return db;
  }

  /** It will not be written. */
  drop(): void {
    this.lent?.release();
    this.lent = null;
  }
}
