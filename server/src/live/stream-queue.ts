import type { Connection } from "../database/pool.js";
import type { AnyWrite, Answer, Engine } from "./batch.js";
import { BatchAhead, type UnderWay } from "./batch-ahead.js";

export interface Waiting {
  readonly write: AnyWrite;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** The commands of this node that wait for one stream; some are carried out ahead of their turn (LOG8). */
export class StreamQueue {
  private readonly waiting: Waiting[] = [];
  private underWay: UnderWay | null = null;
  private ahead: BatchAhead | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly largest: number,
  ) {}

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  push(waiting: Waiting): void {
    this.waiting.push(waiting);
    this.lookAhead(waiting);
  }

  /** The next batch, and what has been done of it already. */
  take(): { batch: Waiting[]; ahead: BatchAhead | null } {
    const { ahead } = this;
    this.ahead = null;
    this.underWay = null;
    return { batch: this.waiting.splice(0, ahead?.writes.length ?? this.largest), ahead };
  }

  /** A batch has left: those that wait go on from what it leaves. */
  sent(underWay: UnderWay): void {
    this.underWay = underWay;
    for (const waiting of this.waiting) this.lookAhead(waiting);
  }

  /** The batch that was sent has come to nothing, and with it all that went on from there. */
  lookBack(): void {
    this.ahead?.drop();
    this.ahead = null;
    this.underWay = null;
  }

  /** To whoever comes next, unless others wait for a connection; answers whether it is taken. */
  takeConnection(db: Connection): boolean {
    if (!this.ahead || this.engine.pool.waitingCount > 0) return false;
    this.ahead.lend(db);
    return true;
  }

  private lookAhead({ write }: Waiting): void {
    if (!this.underWay) return;
    this.ahead ??= BatchAhead.behind(this.engine, this.underWay);
    if (this.ahead && this.ahead.writes.length < this.largest) this.ahead.take(write);
  }
}
