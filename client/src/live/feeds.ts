import {
  BoardFeedDocument,
  GatheringFeedDocument,
  PulseFeedDocument,
  type BoardFeedSubscription,
  type BoardFrameFieldsFragment,
  type FeedPart,
  type GatheringFeedSubscription,
  type GatheringFrameFieldsFragment,
  type PulseFeedSubscription,
} from "@ordskifte/schema";
import { applyBoardFrame } from "./board-cache.js";
import { Cell, type Readable } from "./cell.js";
import { isGone } from "./errors.js";
import { Feed, type FeedSource, type FeedStatus, type FeedSurroundings } from "./feed.js";
import { applyGatheringFrame, applyPulse } from "./gathering-cache.js";
import type { Memory, Seen } from "./seen.js";
import { fetchBoard, fetchGathering, fetchPulse, type Source } from "./snapshots.js";

const linger = 5_000;
/** Milliseconds before an old picture is shown: where the new one is quick, its cards must not count as news. */
const patience = 1_500;

/** A feed that runs while somebody holds it. */
interface Held {
  readonly status: Readable<FeedStatus>;
  /** The newest cursor applied. */
  readonly cursor: () => string | null;
  readonly tryAgain: () => Promise<FeedStatus>;
  readonly start: () => void;
  readonly stop: () => void;
  holders: number;
}

/** The feeds of this page: one for each stream, however many parts of the screen look at it. */
export class Feeds {
  private readonly held = new Map<string, Held>();
  private readonly generationCell = new Cell(0);

  /** Whether changes wait until the person wants them again. */
  readonly paused: Readable<boolean>;

  /** Counts how often all feeds were begun anew. */
  readonly generation: Readable<number> = this.generationCell;

  constructor(
    private readonly source: Source,
    private readonly around: FeedSurroundings,
    private readonly met: (personId: string | null) => void,
    private readonly seen: Seen,
  ) {
    this.paused = around.paused;
  }

  /** Changes wait on the server while it is so; own writing comes through. Each feed goes on from where it was. */
  pause(isPaused: boolean): void {
    this.around.paused.set(isPaused);
  }

  /** The status of a board's feed; it runs while somebody holds it. */
  board(id: string): Readable<FeedStatus> {
    return this.get(boardKey(id), () =>
      this.feed(boardSource(this.source, id), this.seen.memory("Board", id)),
    ).status;
  }

  gathering(id: string, parts: readonly FeedPart[]): Readable<FeedStatus> {
    const make = () =>
      this.feed(gatheringSource(this.source, id, parts, this.met), this.seen.memory("Gathering", id));
    return this.get(gatheringKey(id, parts), make).status;
  }

  /** The status of the feed of counts. */
  pulse(id: string): Readable<FeedStatus> {
    return this.get(pulseKey(id), () => new Feed(pulseSource(this.source, id), this.around)).status;
  }

  /** Keeps a feed running until the answer is called, and a little longer for the next screen. */
  hold(key: string): () => void {
    const feed = this.held.get(key);
    if (!feed) return () => undefined;
    feed.holders += 1;
    feed.start();
    return () => {
      feed.holders -= 1;
      setTimeout(() => this.drop(key, feed), linger);
    };
  }

  /** Asks anew, and at once, for a picture that has not come; resolves when it is known how that went. */
  async tryAgain(key: string): Promise<void> {
    await this.held.get(key)?.tryAgain();
  }

  /** The newest cursor that a feed of this board has applied; null when there is none. */
  boardCursor(id: string): string | null {
    return this.held.get(boardKey(id))?.cursor() ?? null;
  }

  /** Ends every feed: somebody else is calling now. */
  clear(): void {
    for (const feed of this.held.values()) feed.stop();
    this.held.clear();
    this.generationCell.set(this.generationCell.get() + 1);
  }

  private feed<Data, Frame extends { cursor: string }>(source: FeedSource<Data, Frame>, memory: Memory) {
    return new Feed(withMemory(source, memory), this.around);
  }

  private drop(key: string, feed: Held): void {
    if (feed.holders > 0 || this.held.get(key) !== feed) return;
    feed.stop();
    this.held.delete(key);
  }

  private get<Data, Frame extends { cursor: string }>(key: string, make: () => Feed<Data, Frame>): Held {
    const known = this.held.get(key);
    if (known) return known;
    const held = heldFeed(make());
    this.held.set(key, held);
    return held;
  }
}

function heldFeed<Data, Frame extends { cursor: string }>(feed: Feed<Data, Frame>): Held {
  let running: Promise<void> | null = null;
  return {
    status: feed.status,
    cursor: () => feed.cursor,
    tryAgain: () => feed.tryAgain(),
    start: () => void (running ??= feed.run()),
    stop: () => feed.stop(),
    holders: 0,
  };
}

/** Shows what was seen last while the picture is late, and keeps what is seen now. */
function withMemory<Data, Frame extends { cursor: string }>(
  source: FeedSource<Data, Frame>,
  memory: Memory,
): FeedSource<Data, Frame> {
  return {
    ...source,
    snapshot: async (givenUp) => {
      const late = setTimeout(() => void memory.restore(), patience);
      try {
        const cursor = await source.snapshot(givenUp);
        memory.note();
        return cursor;
      } catch (error) {
        if (!isGone(error)) void memory.restore();
        throw error;
      } finally {
        clearTimeout(late);
      }
    },
    apply: (frame) => {
      source.apply(frame);
      memory.note();
    },
    gone: () => void memory.drop(),
  };
}

/** The same source for somebody who may give up. */
function until({ server, cache }: Source, givenUp: AbortSignal): Source {
  return { server: server.until(givenUp), cache };
}

export function boardKey(id: string): string {
  return `board ${id}`;
}

export function gatheringKey(id: string, parts: readonly FeedPart[]): string {
  return `gathering ${id} ${parts.toSorted().join()}`;
}

export function pulseKey(id: string): string {
  return `pulse ${id}`;
}

/** How a board is fetched, followed and kept in the cache. */
export function boardSource(
  source: Source,
  boardId: string,
): FeedSource<BoardFeedSubscription, BoardFrameFieldsFragment> {
  return {
    snapshot: (givenUp) => fetchBoard(until(source, givenUp), boardId),
    hash: BoardFeedDocument.hash,
    variables: (cursor) => ({ boardId, cursor }),
    read: ({ boardFeed }) =>
      boardFeed.__typename === "BoardFrame" ? { kind: "frame", frame: boardFeed } : { kind: "reset" },
    apply: (frame) => applyBoardFrame(source.cache, boardId, frame.changes),
  };
}

/** How a gathering is; `met` hears whose picture it is. */
export function gatheringSource(
  source: Source,
  gatheringId: string,
  parts: readonly FeedPart[],
  met: (personId: string | null) => void,
): FeedSource<GatheringFeedSubscription, GatheringFrameFieldsFragment> {
  return {
    snapshot: (givenUp) => fetchGathering(until(source, givenUp), gatheringId, parts.includes("PEOPLE"), met),
    hash: GatheringFeedDocument.hash,
    variables: (cursor) => ({ gatheringId, cursor, parts }),
    read: ({ gatheringFeed }) =>
      gatheringFeed.__typename === "GatheringFrame"
        ? { kind: "frame", frame: gatheringFeed }
        : { kind: "reset" },
    apply: (frame) => applyGatheringFrame(source.cache, gatheringId, frame.changes),
  };
}

interface PulseFrame {
  readonly cursor: string;
  readonly pulses: PulseFeedSubscription["pulseFeed"];
}

/** Counts have no cursors, each frame is the newest: frames are numbered as they come. */
export function pulseSource(
  source: Source,
  gatheringId: string,
): FeedSource<PulseFeedSubscription, PulseFrame> {
  let count = 0;
  return {
    snapshot: async (givenUp) => {
      await fetchPulse(until(source, givenUp), gatheringId);
      return `pulse.${count}`;
    },
    hash: PulseFeedDocument.hash,
    variables: () => ({ gatheringId }),
    read: ({ pulseFeed }) => {
      count += 1;
      return { kind: "frame", frame: { cursor: `pulse.${count}`, pulses: pulseFeed } };
    },
    apply: ({ pulses }) => applyPulse(source.cache, gatheringId, pulses),
  };
}
