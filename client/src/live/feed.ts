import { compareCursors, parseCursor } from "@ordskifte/schema";
import type { GraphQLFormattedError } from "graphql";
import type { Backoff, Pause } from "./backoff.js";
import { Cell, type Readable } from "./cell.js";
import { isOutdatedCode, loadAgain } from "./outdated.js";
import { byHash } from "./trusted.js";
import { codeOf, isFinal, type FeedSocket } from "./socket.js";

/** A frame of any stream, as far as resuming goes. */
export interface FrameLike {
  readonly cursor: string;
}

/** What the socket can say about a stream. */
export type FeedEvent<Frame extends FrameLike> =
  | { readonly kind: "frame"; readonly frame: Frame }
  | { readonly kind: "reset" };

/**
 * `loading`: no picture yet. `ready`: there is a picture, and changes arrive when the connection
 * stands. `gone`: it does not exist, or not for this caller. `stopped`: the server refuses this
 * session. `failed`: the picture could not be fetched yet; we go on trying.
 */
export type FeedStatus = "loading" | "ready" | "gone" | "stopped" | "failed";

/** One stream: how to fetch its picture, how to ask for its changes, how to apply them. */
export interface FeedSource<Data, Frame extends FrameLike> {
  /** Fetches a fresh picture, writes it to the cache and answers its cursor. Nothing is written once it is given up. */
  snapshot(givenUp: AbortSignal): Promise<string>;
  /** The subscription's hash; it goes from a cursor. */
  readonly hash: string;
  variables(cursor: string): Record<string, unknown>;
  read(data: Data): FeedEvent<Frame>;
  apply(frame: Frame): void;
  /** The thing is not there for this caller any more. */
  gone?(): void;
}

/** What a frame means for somebody who stands at `position`. */
export function judgeFrame(position: string, frame: FrameLike): "apply" | "ignore" | "reset" {
  const [here, there] = [parseCursor(position), parseCursor(frame.cursor)];
  if (!here || !there) return "reset";
  const order = compareCursors(there, here);
  if (order === "elsewhere") return "reset";
  return order === "newer" ? "apply" : "ignore";
}

/** A listening that held this long, in milliseconds, makes the next cut a first failure again. */
const steady = 5_000;

/** Why one listening ended. */
type Ending = "reset" | "lost";

/** Somebody would not wait any longer: no failure, a new try follows. */
class GivenUp extends Error {}

/** Ends the feed for good. */
class FeedOver extends Error {
  constructor(readonly status: "gone" | "stopped") {
    super(status);
  }
}

export interface FeedSurroundings {
  readonly socket: FeedSocket;
  readonly pause: Pause;
  readonly backoff: Backoff;
  /** Whether an error of `snapshot` says that the thing is not there for this caller. */
  readonly isGone: (error: unknown) => boolean;
  /** While it is true nothing is listened to. */
  readonly paused: Cell<boolean>;
  /** Called when a picture could not be fetched. */
  readonly unreached: () => void;
}

/** Keeps one stream's picture fresh until stopped: snapshot, then changes, and back after any cut. */
export class Feed<Data, Frame extends FrameLike> {
  private readonly cell = new Cell<FeedStatus>("loading");
  private position: string | null = null;
  private tries = 0;
  private running = true;
  private hangUp: () => void = () => undefined;
  private giveUp: () => void = () => undefined;

  readonly status: Readable<FeedStatus> = this.cell;

  constructor(
    private readonly source: FeedSource<Data, Frame>,
    private readonly around: FeedSurroundings,
  ) {}

  /** The newest cursor applied; null before the first picture. */
  get cursor(): string | null {
    return this.position;
  }

  stop(): void {
    this.running = false;
    this.hangUp();
    this.around.pause.wake();
  }

  /** Asks for the first picture anew, and at once; resolves when it is known how that went. */
  tryAgain(): Promise<FeedStatus> {
    const now = this.cell.get();
    if (now !== "loading" && now !== "failed") return Promise.resolve(now);
    this.cell.set("loading");
    this.tries = 0;
    this.giveUp();
    this.around.pause.wake();
    return nextOf(this.cell);
  }

  /** Runs until `stop()`, or until the server says that there is nothing here for the caller. */
  async run(): Promise<void> {
    while (this.running) {
      try {
        if ((await this.once()) === "reset") this.position = null;
      } catch (error) {
        const over = error instanceof FeedOver ? error.status : this.around.isGone(error) && "gone";
        if (over === "gone") this.source.gone?.();
        if (over) return this.cell.set(over);
        if (this.position === null && !(error instanceof GivenUp)) this.fail();
      }
      if (this.running) await this.around.pause.sleep(this.around.backoff(this.tries++));
    }
  }

  private fail(): void {
    this.cell.set("failed");
    this.around.unreached();
  }

  private async once(): Promise<Ending> {
    const position = this.position ?? (await this.fetch());
    if (!this.running) return "lost";
    this.position = position;
    this.cell.set("ready");
    await this.whenWanted();
    if (!this.running) return "lost";
    const since = Date.now();
    const ending = await this.listen(position);
    if (Date.now() - since > steady) this.tries = 0;
    return ending;
  }

  private async fetch(): Promise<string> {
    const stop = new AbortController();
    this.giveUp = () => stop.abort();
    try {
      return await this.source.snapshot(stop.signal);
    } catch (error) {
      throw stop.signal.aborted ? new GivenUp() : error;
    }
  }

  /** Resolves when changes are wanted, or the feed is stopped. */
  private whenWanted(): Promise<void> {
    const { paused } = this.around;
    if (!paused.get()) return Promise.resolve();
    return new Promise((resolve) => {
      const ignore = paused.subscribe(() => (paused.get() ? undefined : over()));
      const over = () => {
        ignore();
        resolve();
      };
      this.hangUp = over;
    });
  }

  private listen(start: string): Promise<Ending> {
    const { paused } = this.around;
    let ignore = (): unknown => undefined;
    const ending = new Promise<Ending>((resolve, reject) => {
      const current = () => this.position ?? start;
      const { source } = this;
      const release = this.around.socket.subscribe<Data>(
        // Read anew each time the message is written, so that no way of reconnecting asks
        // from an old cursor.
        {
          query: "",
          extensions: byHash(source.hash),
          get variables() {
            return source.variables(current());
          },
        },
        {
          next: (result) => {
            if (!this.receive(result)) return;
            release();
            resolve("reset");
          },
          error: (problem) => {
            const over = endsFeed(problem);
            if (over) reject(over);
            else resolve("lost");
          },
          complete: () => resolve("lost"),
        },
      );
      this.hangUp = release;
      ignore = paused.subscribe(() => {
        this.tries = 0;
        release();
        resolve("lost");
      });
    });
    return ending.finally(() => ignore());
  }

  /** Answers true when the picture must be fetched anew. */
  private receive(result: { readonly data?: Data | null }): boolean {
    if (!result.data) return false;
    this.tries = 0;
    const event = this.source.read(result.data);
    const verdict = event.kind === "reset" ? "reset" : this.judge(event.frame);
    if (event.kind === "frame" && verdict === "apply") {
      this.source.apply(event.frame);
      this.position = event.frame.cursor;
    }
    return verdict === "reset";
  }

  private judge(frame: Frame): "apply" | "ignore" | "reset" {
    return this.position === null ? "ignore" : judgeFrame(this.position, frame);
  }
}

/** What a cell holds after its next change. */
function nextOf<T>(cell: Readable<T>): Promise<T> {
  return new Promise((resolve) => {
    const ignore = cell.subscribe(() => {
      ignore();
      resolve(cell.get());
    });
  });
}

function endsFeed(problem: unknown): FeedOver | null {
  if (isErrorList(problem)) {
    if (problem.some(({ extensions }) => isOutdatedCode(extensions?.["code"]))) loadAgain();
    return problem.some(({ extensions }) => extensions?.["code"] === "NOT_FOUND")
      ? new FeedOver("gone")
      : null;
  }
  return isFinal(codeOf(problem)) ? new FeedOver("stopped") : null;
}

function isErrorList(problem: unknown): problem is readonly GraphQLFormattedError[] {
  return Array.isArray(problem);
}
