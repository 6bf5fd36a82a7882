import type { ShownChange, Step, StreamHead } from "./vocabulary.js";

/** Each thing once, in the order of its last change. */
const add = (changes: Map<string, ShownChange>, more: Iterable<readonly [string, ShownChange]>): void => {
  for (const [key, change] of more) {
    changes.delete(key);
    changes.set(key, change);
  }
};

/** The steps that a transaction takes its streams, each from where it stood. */
export class Steps {
  private readonly byStream = new Map<string, Step & { readonly changes: Map<string, ShownChange> }>();

  /** One command's entry on a stream that stood at `before`. */
  take({ id, epoch, head }: StreamHead, changes: ReadonlyMap<string, ShownChange>, isCalm: boolean): void {
    const step = this.byStream.get(id) ?? { epoch, from: head, to: head, changes: new Map(), isCalm };
    add(step.changes, changes);
    this.byStream.set(id, { ...step, to: head + 1, isCalm: step.isCalm && isCalm });
  }

  get all(): ReadonlyMap<string, Step> {
    return this.byStream;
  }
}

/**
 * What a reader has been handed by the commits of its own node, and has not shown yet (FEED10). It is worth something
 * only as one unbroken way from where the reader stands: then there is nothing else to read.
 */
export class Handed {
  private way: Step | null = null;
  private isBroken = false;

  take(step: Step): void {
    const { way } = this;
    if (way && (way.to !== step.from || way.epoch !== step.epoch)) return this.breakOff();
    const changes = new Map(way?.changes);
    add(changes, step.changes);
    const isCalm = step.isCalm && (way?.isCalm ?? true);
    this.way = { epoch: step.epoch, from: way?.from ?? step.from, to: step.to, changes, isCalm };
  }

  /** Something else has happened, too. */
  breakOff(): void {
    this.isBroken = true;
    this.way = null;
  }

  /** Takes out the way that begins exactly there, or null where the database has to be asked. */
  from(epoch: number, position: number): Step | null {
    const { way, isBroken } = this;
    this.way = null;
    this.isBroken = false;
    return !isBroken && way?.epoch === epoch && way.from === position ? way : null;
  }

  /** Whether nobody waits for what has been handed over, and nothing else has happened. */
  get isCalm(): boolean {
    return !this.isBroken && this.way?.isCalm === true;
  }

  /** Whether a stream that stands there is no news. */
  reaches(epoch: number, head: number): boolean {
    return !this.isBroken && this.way?.epoch === epoch && this.way.to >= head;
  }
}
