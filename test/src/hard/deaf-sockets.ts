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

/** How long the others wait for a card, 99 of a hundred, while all read and while many are deaf. Milliseconds. */
export interface Waits {
  readonly quiet: number;
  readonly deaf: number;
}

interface Deafness {
  /** The most bytes that the server held back for one socket at any time. */
  readonly mostHeld: number;
  /** Sockets that something was held back for: otherwise nothing was tried. */
  readonly heldBack: number;
  /** Cards that one of those who read never got. */
  readonly missed: number;
  /** A pair for each round. */
  readonly waits: readonly Waits[];
}

const LOOK_EVERY_MS = 20;
const ARRIVALS = "net.server.socket";

/** Of a server in this process: the sockets that it has taken, and what the kernel has not taken of them. */
class ServerSockets {
  private readonly sockets = new Set<Socket>();
  private readonly most = new Map<Socket, number>();
  private readonly deaf = new Set<number>();
  private watching: NodeJS.Timeout | undefined;
  private readonly meet = (message: unknown): void => {
    this.sockets.add((message as { socket: Socket }).socket);
  };

  constructor() {
    subscribe(ARRIVALS, this.meet);
  }

  /** Looks all the time: a socket that takes nothing is closed in the end, and holds nothing then. */
  watch(): void {
    this.watching = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  /** From now on the caller at this port reads nothing. */
  note(port: number): void {
    this.deaf.add(port);
  }

  private look(): void {
    for (const socket of this.sockets)
      if (this.deaf.has(socket.remotePort ?? 0))
        this.most.set(socket, Math.max(this.most.get(socket) ?? 0, socket.writableLength));
  }

  get held(): readonly number[] {
    return [...this.most.values()].filter((bytes) => bytes > 0);
  }

  forget(): void {
    clearInterval(this.watching);
    unsubscribe(ARRIVALS, this.meet);
  }
}

/** What the server may hold back for one socket. Bytes. */
export const MOST_HELD = 1024 * 1024;

const FOLLOWED = ["1", "2", "3", "4", "5"];
const TOGETHER = 50;
const LONG = "å".repeat(1_900);

/** When each card was sent, by its id. */
type Sent = ReadonlyMap<string, number>;

/** Posts so many long cards, many at once. */
const write = async (hall: Hall, count: number): Promise<Sent> => {
  const sent = new Map<string, number>();
  const post = async (): Promise<void> => {
    const began = performance.now();
    sent.set(await hall.post(hall.author, { kind: "REFLECTION", body: LONG }), began);
  };
  while (sent.size < count)
    await Promise.all(Array.from({ length: Math.min(TOGETHER, count - sent.size) }, post));
  return sent;
};

/** Reads a board, and can tell when it has all of some cards. */
class Reader {
  private readonly seen = new Map<string, number>();
  private heard: () => void = () => undefined;

  readonly take = ({ payload }: Message): void => {
    const frame = payload?.data?.["boardFeed"] as Frame | undefined;
    const now = performance.now();
    for (const { contribution } of frame?.changes ?? [])
      if (contribution && !this.seen.has(contribution.id)) this.seen.set(contribution.id, now);
    this.heard();
  };

  /** From sending each card to seeing it, for those that came. */
  waitsFor(sent: Sent): number[] {
    return [...sent]
      .flatMap(([id, began]) => (this.seen.get(id) ?? Number.NaN) - began)
      .filter(Number.isFinite);
  }

  /** How many of them never came, where so long nothing comes any more. Milliseconds. */
  async misses(sent: Sent, patienceMs: number): Promise<number> {
    const missing = (): number => [...sent.keys()].filter((id) => !this.seen.has(id)).length;
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

const p99 = (waits: readonly number[]): number =>
  waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? Number.NaN;

/** Where the board stands: whoever follows from there misses nothing that is written after this was asked. */
export const cursorOf = async ({ author, boardId }: Hall): Promise<string> => {
  const board = await author.api.read<{ cursor: string }>("query ($id: ID!) { board(id: $id) { cursor } }", {
    id: boardId,
  });
  return board.cursor;
};

const follow = async (hall: Hall, cursor: string, hear: (message: Message) => void): Promise<RawSocket> => {
  const raw = await RawSocket.open(hall.peer, hear);
  const settled = raw.settled();
  // More than once, so that there is soon more than the kernel takes.
  for (const id of FOLLOWED) raw.follow(id, BOARD, { boardId: hall.boardId, cursor });
  await settled;
  return raw;
};

const PATIENCE_MS = 60_000;

/** Some who read all the time, and what they have to wait for. */
class Audience {
  private readonly readers = [new Reader(), new Reader(), new Reader()];
  private sockets: readonly RawSocket[] = [];
  missed = 0;

  constructor(private readonly hall: Hall) {}

  async arrive(): Promise<void> {
    const cursor = await cursorOf(this.hall);
    this.sockets = await Promise.all(this.readers.map(({ take }) => follow(this.hall, cursor, take)));
  }

  /** So many cards are written; the wait that 99 of a hundred stay below. */
  async waitFor(cards: number): Promise<number> {
    const sent = await write(this.hall, cards);
    const missed = await Promise.all(this.readers.map((reader) => reader.misses(sent, PATIENCE_MS)));
    this.missed += Math.max(...missed);
    return p99(this.readers.flatMap((reader) => reader.waitsFor(sent)));
  }

  leave(): void {
    for (const raw of this.sockets) raw.close();
  }
}

export interface DeafPlan {
  /** Sockets that stop reading in each round. */
  readonly sockets: number;
  /** Cards of a round while they are deaf; as many are written before, while as many sockets read and throw it away. */
  readonly cards: number;
  readonly rounds: number;
}

interface Round extends Waits {
  readonly missed: number;
}

const come = async (hall: Hall, count: number): Promise<RawSocket[]> => {
  const cursor = await cursorOf(hall);
  return Promise.all(Array.from({ length: count }, () => follow(hall, cursor, () => undefined)));
};

const playRound = async (people: People, server: ServerSockets, plan: DeafPlan): Promise<Round> => {
  const hall = await Hall.open(people);
  const audience = new Audience(hall);
  await audience.arrive();
  const reading = await come(hall, plan.sockets);
  for (const raw of reading) raw.ignore();
  const quiet = await audience.waitFor(plan.cards);
  for (const raw of reading) raw.close();
  // Others than those: of a socket that has read a lot the kernel takes megabytes before the node notices anything.
  const silenced = await come(hall, plan.sockets);
  for (const raw of silenced) server.note(raw.stopReading());
  const deaf = await audience.waitFor(plan.cards);
  for (const raw of silenced) raw.close();
  audience.leave();
  return { quiet, deaf, missed: audience.missed };
};

/** FEED8: in every round so many sockets stop reading while so many cards are written. The server must run in this process. */
export const deafen = async (people: People, plan: DeafPlan): Promise<Deafness> => {
  const server = new ServerSockets();
  server.watch();
  const rounds: Round[] = [];
  while (rounds.length < plan.rounds) rounds.push(await playRound(people, server, plan));
  server.forget();
  const { held } = server;
  const missed = rounds.reduce((sum, round) => sum + round.missed, 0);
  return { mostHeld: Math.max(0, ...held), heldBack: held.length, missed, waits: rounds };
};
