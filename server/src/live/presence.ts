import { createHash } from "node:crypto";
import { systemClock, type Clock } from "../kernel/clock.js";
import { newId } from "../kernel/ids.js";

/** How many people are at a board, and how many of them write right now. A person with two devices is one. */
export interface Present {
  readonly present: number;
  readonly writing: number;
}

/** Some people at a place, by id. */
export interface Here {
  readonly present: ReadonlySet<string>;
  readonly writing: ReadonlySet<string>;
}

/** Who is at the boards. Never stored and never logged: it is gone with the process, and is nobody's history. */
export interface Presence {
  /** A subscription to a board was opened. Call what is returned when it ends; calling it again is harmless. */
  enter(boardId: string, personId: string): () => void;
  /** A sign of writing. It stands for six seconds, or until the person's last subscription ends. */
  writing(boardId: string, personId: string): void;
  of(boardId: string): Present;
  /** Those of these people who have a subscription open there, and those who write, by their ids. */
  among(boardId: string, personIds: readonly string[]): Here;
  /** Told when somebody comes, goes, begins to write, or has stopped. Returns how to stop listening. */
  onChange(listener: (boardId: string) => void): () => void;
  /** Tells of what has run out since last time, and tells the other nodes that this one is alive. Called by a timer. */
  sweep(): void;
  close(): void;
}

/** All that one node knows of a board; each report replaces the one before it. People are told apart, not named. */
export interface PresenceReport {
  readonly nodeId: string;
  readonly boardId: string;
  readonly present: readonly string[];
  /** Who writes, and for how many milliseconds that stands, since clocks of nodes differ. */
  readonly writing: readonly (readonly [who: string, forMs: number])[];
}

/** How nodes tell each other. May lose, repeat and reorder; a node hears its own reports or does not. */
export interface PresencePort {
  publish(report: PresenceReport): void;
  subscribe(listener: (report: PresenceReport) => void): () => void;
}

export interface PresenceOptions {
  readonly clock?: Clock;
  readonly port?: PresencePort;
  /** Milliseconds between sweeps. */
  readonly sweepEvery?: number;
}

const WRITING_MS = 6_000;
/** A node that was not heard of for so long is taken to be gone, and everybody at it. */
const SILENCE_MS = 10_000;
const SWEEP_MS = 1_000;
/** How often a node says again what has not changed. */
const REPORT_MS = 3_000;

/** Tells people apart on all nodes, and says nothing else of them. */
const markOf = (personId: string): string =>
  createHash("sha256").update(personId).digest().subarray(0, 9).toString("base64url");

/** Who is at one board by one node, in this node's time. */
interface Place {
  readonly present: { readonly size: number; has(mark: string): boolean; keys(): Iterable<string> };
  readonly writing: ReadonlyMap<string, number>;
  readonly until: number;
}

/** The people at a board by this node's own subscriptions. */
class OwnPlace implements Place {
  readonly until = Number.POSITIVE_INFINITY;
  reportedAt = Number.NEGATIVE_INFINITY;
  readonly writing = new Map<string, number>();
  private readonly doors = new Map<string, number>();

  get present(): ReadonlyMap<string, unknown> {
    return this.doors;
  }

  enter(personId: string): void {
    this.doors.set(personId, (this.doors.get(personId) ?? 0) + 1);
  }

  leave(personId: string): void {
    const left = (this.doors.get(personId) ?? 0) - 1;
    if (left > 0) return void this.doors.set(personId, left);
    this.doors.delete(personId);
    this.writing.delete(personId);
  }

  /** Forgets whose writing has run out; answers whether nobody is left. */
  isEmptyAt(now: number): boolean {
    for (const [personId, until] of this.writing) if (until <= now) this.writing.delete(personId);
    return this.doors.size === 0 && this.writing.size === 0;
  }
}

const OWN = "own";

/** Asked for whenever somebody comes: with one node it is a number, and not a list of all. */
const countPresent = (places: readonly Place[]): number =>
  places.length === 1
    ? (places[0]?.present.size ?? 0)
    : new Set(places.flatMap(({ present }) => [...present.keys()])).size;

class BoardPresence implements Presence {
  /** By board, and there by node. */
  private readonly boards = new Map<string, Map<string, Place>>();
  private readonly told = new Map<string, string>();
  private readonly listeners = new Set<(boardId: string) => void>();
  private readonly nodeId = newId();
  private readonly timer: NodeJS.Timeout;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly clock: Clock,
    private readonly port: PresencePort | null,
    sweepEvery: number,
  ) {
    this.unsubscribe = port?.subscribe((report) => this.hear(report)) ?? (() => undefined);
    this.timer = setInterval(() => this.sweep(), sweepEvery).unref();
  }

  enter(boardId: string, personId: string): () => void {
    const who = markOf(personId);
    this.ownPlace(boardId).enter(who);
    this.changed(boardId);
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.ownPlace(boardId).leave(who);
      this.changed(boardId);
    };
  }

  writing(boardId: string, personId: string): void {
    this.ownPlace(boardId).writing.set(markOf(personId), this.now + WRITING_MS);
    this.changed(boardId);
  }

  of(boardId: string): Present {
    const places = this.placesNow(boardId);
    return { present: countPresent(places), writing: this.writersAt(places).size };
  }

  among(boardId: string, personIds: readonly string[]): Here {
    const places = this.placesNow(boardId);
    const writers = this.writersAt(places);
    const marks = personIds.map((id) => [id, markOf(id)] as const);
    const isPresent = (mark: string): boolean => places.some(({ present }) => present.has(mark));
    return {
      present: new Set(marks.filter(([, mark]) => isPresent(mark)).map(([id]) => id)),
      writing: new Set(marks.filter(([, mark]) => writers.has(mark)).map(([id]) => id)),
    };
  }

  private placesNow(boardId: string): Place[] {
    const now = this.now;
    return [...(this.boards.get(boardId)?.values() ?? [])].filter(({ until }) => until > now);
  }

  private writersAt(places: readonly Place[]): Set<string> {
    const now = this.now;
    const writing = places.flatMap((place) => [...place.writing].filter(([, until]) => until > now));
    return new Set(writing.map(([mark]) => mark));
  }

  onChange(listener: (boardId: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  sweep(): void {
    for (const boardId of [...this.boards.keys()]) {
      this.tell(boardId);
      this.reportAgain(boardId);
      this.forget(boardId);
    }
  }

  close(): void {
    clearInterval(this.timer);
    this.unsubscribe();
    this.listeners.clear();
  }

  private get now(): number {
    return this.clock.now().getTime();
  }

  private placesAt(boardId: string): Map<string, Place> {
    const places = this.boards.get(boardId) ?? new Map<string, Place>();
    this.boards.set(boardId, places);
    return places;
  }

  private ownPlace(boardId: string): OwnPlace {
    const places = this.placesAt(boardId);
    const own = places.get(OWN) ?? new OwnPlace();
    places.set(OWN, own);
    return own as OwnPlace;
  }

  private changed(boardId: string): void {
    this.report(boardId);
    this.tell(boardId);
  }

  private reportAgain(boardId: string): void {
    const own = this.boards.get(boardId)?.get(OWN) as OwnPlace | undefined;
    if (own && own.reportedAt + REPORT_MS <= this.now) this.report(boardId);
  }

  private report(boardId: string): void {
    if (!this.port) return;
    const own = this.ownPlace(boardId);
    const { present, writing } = own;
    const now = this.now;
    own.reportedAt = now;
    const left = [...writing].map(([personId, until]) => [personId, until - now] as const);
    this.port.publish({ nodeId: this.nodeId, boardId, present: [...present.keys()], writing: left });
  }

  private hear({ nodeId, boardId, present, writing }: PresenceReport): void {
    if (nodeId === this.nodeId) return;
    const now = this.now;
    const until = new Map(writing.map(([personId, forMs]) => [personId, now + Math.min(forMs, WRITING_MS)]));
    this.placesAt(boardId).set(nodeId, {
      present: new Set(present),
      writing: until,
      until: now + SILENCE_MS,
    });
    this.tell(boardId);
  }

  /** Listeners hear of a board only where what they would read is another than last time. */
  private tell(boardId: string): void {
    const { present, writing } = this.of(boardId);
    const figures = `${present}/${writing}`;
    if ((this.told.get(boardId) ?? "0/0") === figures) return;
    this.told.set(boardId, figures);
    for (const listener of this.listeners) listener(boardId);
  }

  /** Boards that everybody has left leave nothing behind. */
  private forget(boardId: string): void {
    const places = this.placesAt(boardId);
    for (const [nodeId, place] of places) {
      const isOver = place instanceof OwnPlace ? place.isEmptyAt(this.now) : place.until <= this.now;
      if (isOver) places.delete(nodeId);
    }
    if (places.size > 0) return;
    this.boards.delete(boardId);
    this.told.delete(boardId);
  }
}

/** Presence in this node, and at all of them where there is a port. */
export const createPresence = ({
  clock = systemClock,
  port,
  sweepEvery = SWEEP_MS,
}: PresenceOptions = {}): Presence => new BoardPresence(clock, port ?? null, sweepEvery);
