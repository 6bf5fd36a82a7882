import { Caller, inSteps } from "./caller.js";
import { Child } from "./child.js";
import { followUsual, placesAt, type Contender } from "./contest.js";
import { Wire } from "./wire.js";

/** Somebody who hears what is sent to a board. */
export interface Listener {
  readonly frames: number;
  onFrame: () => void;
  end(): void;
}

/** A server that is asked for the fan-out alone: nothing is written to it. */
export interface Broadcaster {
  readonly name: string;
  readonly child: Child;
  readonly boardId: string;
  readonly listeners: readonly Listener[];
}

const SOCKET_IO = { path: "/socket.io/?EIO=4&transport=websocket", protocol: null };

/** A client of socket.io, by its protocol's version 4: `0` opens, `40` connects, `2` and `3` are ping and pong, `42` is an event. */
class RoomListener implements Listener {
  frames = 0;
  onFrame = (): void => undefined;

  private constructor(private readonly wire: Wire) {}

  static async open(port: number, boardId: string): Promise<RoomListener> {
    const listener = new RoomListener(await Wire.open(port, SOCKET_IO));
    await new Promise<void>((connected) => {
      listener.wire.onText = (text) => listener.take(text.toString("latin1", 0, 2), boardId, connected);
    });
    return listener;
  }

  end(): void {
    this.wire.end();
  }

  private take(type: string, boardId: string, connected: () => void): void {
    if (type.startsWith("0")) return this.wire.send("40");
    if (type.startsWith("2")) return this.wire.send("3");
    if (type === "40") {
      this.wire.send(`42${JSON.stringify(["follow", boardId])}`);
      return connected();
    }
    this.frames += 1;
    this.onFrame();
  }
}

class FollowingCaller implements Listener {
  constructor(private readonly caller: Caller) {}

  get frames(): number {
    return this.caller.frames;
  }

  set onFrame(listen: () => void) {
    this.caller.onFrame = listen;
  }

  end(): void {
    this.caller.wire.end();
  }
}

const STEP = 50;

/** Everybody of a contender, each on their own socket and following. */
export const gather = async ({ name, child, port, people, follow }: Contender): Promise<Broadcaster> => {
  const listeners = await inSteps(people, STEP, async ({ token, boardId }) => {
    const caller = await Caller.connect(port, token);
    const operation = follow(boardId);
    if (operation) caller.follow(operation);
    return new FollowingCaller(caller);
  });
  return { name, child, boardId: people[0]?.boardId ?? "", listeners };
};

const startBoards = async (entry: string) => {
  const child = Child.start(entry);
  const { port } = await child.call<{ port: number }>("start");
  const { boards } = await child.call<{ boards: string[] }>("seed", { boards: 1 });
  return { child, port, boards };
};

const gatherGraphql = async (name: string, entry: string, people: number): Promise<Broadcaster> => {
  const { child, port, boards } = await startBoards(entry);
  const everybody = placesAt(boards, people);
  return gather({ name, child, port, people: everybody, follow: followUsual, post: () => null });
};

export const gatherYoga = (people: number): Promise<Broadcaster> =>
  gatherGraphql("GraphQL Yoga", "baselines/yoga.js", people);

export const gatherMercurius = (people: number): Promise<Broadcaster> =>
  gatherGraphql("Mercurius", "baselines/mercurius.js", people);

export const gatherSocketIo = async (people: number): Promise<Broadcaster> => {
  const { child, port, boards } = await startBoards("baselines/socket-io.js");
  const [boardId = ""] = boards;
  const listeners = await inSteps(placesAt(boards, people), STEP, () => RoomListener.open(port, boardId));
  return { name: "socket.io room", child, boardId, listeners };
};
