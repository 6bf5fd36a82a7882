import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { Hall, type People } from "../house/hall.js";
import { RawSocket, type Message } from "./raw.js";

const BOARD = `subscription ($boardId: ID!, $cursor: Cursor) {
  boardFeed(boardId: $boardId, cursor: $cursor) {
    ... on BoardFrame { cursor changes { ... on ContributionPut { contribution { id body } } } }
  }
}`;

interface Frame {
  readonly changes?: readonly { readonly contribution?: { readonly id: string } }[];
}

interface Deafness {
  /** The most bytes that the server held back for one socket at any time. */
  readonly mostHeld: number;
  /** Sockets that something was held back for: otherwise nothing was tried. */
  readonly heldBack: number;
  /** Cards that one of those who read never got. */
  readonly missed: number;
}

const ARRIVALS = "net.server.socket";

/** Of a server in this process: the sockets that it has taken, and what the kernel has not taken of them. */
class ServerSockets {
  private readonly sockets = new Set<Socket>();
  private readonly most = new Map<Socket, number>();
  private readonly meet = (message: unknown): void => {
    this.sockets.add((message as { socket: Socket }).socket);
  };

  constructor() {
    subscribe(ARRIVALS, this.meet);
  }

  look(): void {
    for (const socket of this.sockets)
      this.most.set(socket, Math.max(this.most.get(socket) ?? 0, socket.writableLength));
  }

  get held(): readonly number[] {
    return [...this.most.values()].filter((bytes) => bytes > 0);
  }

  forget(): void {
    unsubscribe(ARRIVALS, this.meet);
  }
}

/** What the server may hold back for one socket. Bytes. */
export const MOST_HELD = 1024 * 1024;

const FOLLOWED = ["1", "2", "3", "4", "5"];
const TOGETHER = 50;
const LONG = "å".repeat(1_900);

/** Posts so many long cards, many at once, with a rest after each lot; answers their ids. */
const write = async (
  hall: Hall,
  count: number,
  rest: (ids: readonly string[]) => Promise<void>,
): Promise<string[]> => {
  const ids: string[] = [];
  while (ids.length < count) {
    const lot = Array.from({ length: Math.min(TOGETHER, count - ids.length) }, () =>
      hall.post(hall.author, { kind: "REFLECTION", body: LONG }),
    );
    ids.push(...(await Promise.all(lot)));
    await rest(ids);
  }
  return ids;
};

/** Reads a board, and can tell when it has all of some cards. */
class Reader {
  private readonly seen = new Set<string>();
  private heard: () => void = () => undefined;

  readonly take = ({ payload }: Message): void => {
    const frame = payload?.data?.["boardFeed"] as Frame | undefined;
    for (const { contribution } of frame?.changes ?? []) if (contribution) this.seen.add(contribution.id);
    this.heard();
  };

  /** How many of them never came, where so long nothing comes any more. Milliseconds. */
  async misses(ids: readonly string[], patienceMs: number): Promise<number> {
    const missing = (): number => ids.filter((id) => !this.seen.has(id)).length;
    while (missing() > 0) {
      const heard = new Promise<"heard">((resolve) => (this.heard = () => resolve("heard")));
      let timer: NodeJS.Timeout | undefined;
      const tired = new Promise<"tired">((resolve) => {
        timer = setTimeout(() => resolve("tired"), patienceMs);
      });
      const first = await Promise.race([heard, tired]);
      clearTimeout(timer);
      if (first === "tired") break;
    }
    return missing();
  }
}

/** FEED8: so many sockets stop reading while so many cards are written. The server must run in this process. */
export const deafen = async (people: People, sockets: number, cards: number): Promise<Deafness> => {
  const hall = await Hall.open(people);
  const server = new ServerSockets();
  const follow = async (hear: (message: Message) => void): Promise<RawSocket> => {
    const raw = await RawSocket.open(hall.peer, hear);
    const settled = raw.settled();
    // More than once, so that there is soon more than the kernel takes.
    for (const id of FOLLOWED) raw.follow(id, BOARD, { boardId: hall.boardId, cursor: null });
    await settled;
    return raw;
  };
  const readers = [new Reader(), new Reader(), new Reader()];
  const open = await Promise.all(readers.map(({ take }) => follow(take)));
  const deaf = await Promise.all(Array.from({ length: sockets }, () => follow(() => undefined)));
  for (const raw of deaf) raw.stopReading();
  const missedBy = (ids: readonly string[]): Promise<number[]> =>
    Promise.all(readers.map((reader) => reader.misses(ids, 60_000)));
  const ids = await write(hall, cards, async (written) => {
    // Each lot is a frame of its own: a socket may hold one frame more than what fills it.
    await missedBy(written);
    server.look();
  });
  const missed = await missedBy(ids);
  server.forget();
  for (const raw of [...open, ...deaf]) raw.close();
  return { mostHeld: Math.max(0, ...server.held), heldBack: server.held.length, missed: Math.max(...missed) };
};
