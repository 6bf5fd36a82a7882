import { describe, expect, it } from "vitest";
import { Cell } from "./cell.js";
import { Pause } from "./backoff.js";
import { Feed, judgeFrame, type FeedSource, type FeedStatus } from "./feed.js";
import type { FeedSocket } from "./socket.js";

interface Frame {
  readonly cursor: string;
  readonly words: readonly string[];
}
type Data = { feed: Frame | "reset" };
type Listening = { readonly from: () => unknown; readonly sink: Parameters<FeedSocket["subscribe"]>[1] };

/** A socket whose other end is the test. */
class Switchboard implements FeedSocket {
  readonly listenings: Listening[] = [];
  private readonly waiting: (() => void)[] = [];

  readonly subscribe: FeedSocket["subscribe"] = (payload, sink) => {
    const from = () => (payload.variables as { cursor: string }).cursor;
    this.listenings.push({ from, sink });
    for (const go of this.waiting.splice(0)) go();
    return () => undefined;
  };

  /** The nth time somebody listened, counted from 1. */
  async listening(count: number): Promise<Listening> {
    while (this.listenings.length < count) await new Promise<void>((go) => this.waiting.push(go));
    const found = this.listenings[count - 1];
    if (!found) throw new Error("Nobody listens");
    return found;
  }
}

function send({ sink }: Listening, feed: Data["feed"]): void {
  sink.next({ data: { feed } });
}

const missingHere = new Error("gone");

const cut = (code: number) => ({ code, reason: "cut" });

/** A feed of words whose snapshot is the whole of `stream` so far. */
function begin(
  stream: string[],
  snapshotFails: () => Error | null | undefined = () => null,
  answered: (givenUp: AbortSignal) => Promise<unknown> = () => Promise.resolve(),
) {
  const socket = new Switchboard();
  const heard: string[] = [];
  const source: FeedSource<Data, Frame> = {
    snapshot: async (givenUp) => {
      await answered(givenUp);
      const problem = snapshotFails();
      if (problem) throw problem;
      heard.splice(0, heard.length, ...stream);
      return `e.${stream.length}`;
    },
    hash: "sha256:0123",
    variables: (cursor) => ({ cursor }),
    read: ({ feed }) => (feed === "reset" ? { kind: "reset" } : { kind: "frame", frame: feed }),
    apply: ({ words }) => void heard.push(...words),
  };
  const around = {
    socket,
    pause: new Pause(),
    backoff: () => 0,
    paused: new Cell(false),
    unreached: () => undefined,
    isGone: (error: unknown) => error === missingHere,
  };
  const feed = new Feed(source, around);
  return { socket, heard, feed, paused: around.paused, over: feed.run() };
}

async function statusOf(over: Promise<void>, feed: { status: { get: () => FeedStatus } }) {
  await over;
  return feed.status.get();
}

describe("feed", () => {
  it("goes on from the newest cursor after a cut, whatever position it happened at", async () => {
    const all = ["a", "b", "c", "d"];
    for (let at = 0; at < all.length; at += 1) {
      const { socket, heard, feed } = begin([]);
      const first = await socket.listening(1);
      for (let i = 0; i < at; i += 1) send(first, { cursor: `e.${i + 1}`, words: [all[i] ?? ""] });
      first.sink.error(cut(1006));
      const second = await socket.listening(2);
      expect(second.from()).toBe(`e.${at}`);
      send(second, { cursor: "e.4", words: all.slice(at) });
      expect(heard).toEqual(all);
      feed.stop();
    }
  });

  it("would also answer a silent reconnect with the newest cursor", async () => {
    const { socket, feed } = begin([]);
    const only = await socket.listening(1);
    send(only, { cursor: "e.3", words: ["a"] });
    expect(only.from()).toBe("e.3");
    feed.stop();
  });

  it("ignores frames that bring nothing newer", async () => {
    const { socket, heard, feed } = begin(["a", "b"]);
    const first = await socket.listening(1);
    send(first, { cursor: "e.1", words: ["a"] });
    send(first, { cursor: "e.2", words: ["b"] });
    send(first, { cursor: "e.3", words: ["c"] });
    expect(heard).toEqual(["a", "b", "c"]);
    feed.stop();
  });

  it("fetches a fresh picture when told to, and goes on from there", async () => {
    const stream = ["a"];
    const { socket, heard, feed } = begin(stream);
    const first = await socket.listening(1);
    stream.push("b", "c");
    send(first, "reset");
    const second = await socket.listening(2);
    expect(second.from()).toBe("e.3");
    expect(heard).toEqual(["a", "b", "c"]);
    feed.stop();
  });

  it("fetches a fresh picture when a frame comes from another epoch", async () => {
    const stream = ["a"];
    const { socket, heard, feed } = begin(stream);
    const first = await socket.listening(1);
    stream.push("b");
    send(first, { cursor: "other.9", words: ["x"] });
    await socket.listening(2);
    expect(heard).toEqual(["a", "b"]);
    feed.stop();
  });

  it("waits while the person wants calm, and goes on from where it was", async () => {
    const { socket, heard, feed, paused } = begin(["a"]);
    await socket.listening(1);
    paused.set(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(socket.listenings.length).toBe(1);
    paused.set(false);
    const second = await socket.listening(2);
    expect(second.from()).toBe("e.1");
    send(second, { cursor: "e.2", words: ["b"] });
    expect(heard).toEqual(["a", "b"]);
    feed.stop();
  });

  it("comes back after a restart, a crash and a failed picture", async () => {
    const problems = [new Error("away"), new Error("away")];
    const { socket, feed } = begin(["a"], () => problems.shift());
    for (const [index, code] of [1012, 1013, 1006, 4429, 4499].entries()) {
      (await socket.listening(index + 1)).sink.error(cut(code));
    }
    expect((await socket.listening(6)).from()).toBe("e.1");
    expect(feed.status.get()).toBe("ready");
    feed.stop();
  });

  it("asks anew for a picture that does not come, once somebody would not wait", async () => {
    let asked = 0;
    const silence = (givenUp: AbortSignal): Promise<unknown> =>
      new Promise((_resolve, reject) =>
        givenUp.addEventListener("abort", () => reject(new Error("dropped"))),
      );
    const { socket, feed } = begin(["a"], undefined, (givenUp) =>
      (asked += 1) > 1 ? Promise.resolve() : silence(givenUp),
    );
    const told: FeedStatus[] = [];
    feed.status.subscribe(() => told.push(feed.status.get()));
    expect(await feed.tryAgain()).toBe("ready");
    await socket.listening(1);
    // That it was given up is no failure to tell of.
    expect(told).toEqual(["ready"]);
    feed.stop();
  });

  it("tells whoever tries again how that went", async () => {
    let isAway = true;
    const { feed } = begin(["a"], () => (isAway ? new Error("away") : null));
    await expect.poll(() => feed.status.get()).toBe("failed");
    expect(await feed.tryAgain()).toBe("failed");
    isAway = false;
    expect(await feed.tryAgain()).toBe("ready");
    // There is nothing to try once the picture is there.
    expect(await feed.tryAgain()).toBe("ready");
    feed.stop();
  });

  it("stops when the server will not have this session", async () => {
    const { socket, feed, over } = begin([]);
    (await socket.listening(1)).sink.error(cut(4403));
    expect(await statusOf(over, feed)).toBe("stopped");
  });

  it("is gone when the picture or the subscription is not there for the caller", async () => {
    const missing = begin([], () => missingHere);
    expect(await statusOf(missing.over, missing.feed)).toBe("gone");
    const removed = begin([]);
    const listening = await removed.socket.listening(1);
    listening.sink.error([{ message: "Not found", extensions: { code: "NOT_FOUND" } }]);
    expect(await statusOf(removed.over, removed.feed)).toBe("gone");
  });
});

describe("judgeFrame", () => {
  it("never applies what it cannot place", () => {
    expect(judgeFrame("e.4", { cursor: "e.5" })).toBe("apply");
    expect(judgeFrame("e.4", { cursor: "e.4" })).toBe("ignore");
    expect(judgeFrame("e.10", { cursor: "e.9" })).toBe("ignore");
    expect(judgeFrame("e.4", { cursor: "f.5" })).toBe("reset");
    expect(judgeFrame("e.4", { cursor: "nonsense" })).toBe("reset");
  });
});
