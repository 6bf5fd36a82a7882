import { once } from "node:events";
import { WebSocket } from "ws";
import { Hall, type People } from "../house/hall.js";
import { cursorOf } from "./deaf-sockets.js";
import { RawSocket } from "./raw.js";

const BOARD = `subscription ($boardId: ID!, $cursor: Cursor) {
  boardFeed(boardId: $boardId, cursor: $cursor) { __typename }
}`;
/** Of graphql-transport-ws: `connection_init` did not come in time. */
const TOO_LATE = 4408;
const TOGETHER = 100;

interface Silence {
  /** How many sockets were closed, by code. */
  readonly closings: ReadonlyMap<number, number>;
  /** Cards written by others meanwhile, each of which somebody else has seen. */
  readonly cards: number;
}

/** Opens a socket; half of those who never say who they are talk all the same. Resolves with the code it is closed with. */
const linger = async (url: string, talks: boolean): Promise<{ closed: Promise<number> }> => {
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  socket.on("error", () => undefined);
  const closed = once(socket, "close").then(([code]) => code as number);
  await once(socket, "open");
  if (talks) socket.send(JSON.stringify({ type: "ping" }));
  return { closed };
};

const openAll = async (url: string, count: number): Promise<Promise<number>[]> => {
  const all: Promise<number>[] = [];
  while (all.length < count) {
    const lot = Array.from({ length: Math.min(TOGETHER, count - all.length) }, (_, i) =>
      linger(url, i % 2 === 0),
    );
    all.push(...(await Promise.all(lot)).map(({ closed }) => closed));
  }
  return all;
};

/** Somebody who writes cards, each as soon as somebody else has seen the last. */
class Conversation {
  cards = 0;
  private heard = (): void => undefined;
  private constructor(
    private readonly hall: Hall,
    private reader: RawSocket | null = null,
  ) {}

  static async begin(people: People): Promise<Conversation> {
    const hall = await Hall.open(people);
    const cursor = await cursorOf(hall);
    const own = new Conversation(hall);
    own.reader = await RawSocket.open(hall.peer, ({ type }) => type === "next" && own.heard());
    own.reader.follow("1", BOARD, { boardId: hall.boardId, cursor });
    return own;
  }

  async goOn(): Promise<void> {
    const seen = new Promise<void>((resolve) => (this.heard = resolve));
    await this.hall.post(this.hall.author, { kind: "REFLECTION", body: "Midt i stillheten." });
    await seen;
    this.cards += 1;
  }

  end(): void {
    this.reader?.close();
  }
}

/** So many sockets never authenticate, while somebody writes and somebody reads. */
export const lingerAll = async (people: People, count: number): Promise<Silence> => {
  const conversation = await Conversation.begin(people);
  const all = await openAll(people.leader.api.url, count);
  const open = new Set(all);
  const over = Promise.all(all.map((closed) => closed.finally(() => open.delete(closed))));
  do await conversation.goOn();
  while (open.size > 0);
  conversation.end();
  const closings = new Map<number, number>();
  for (const code of await over) closings.set(code, (closings.get(code) ?? 0) + 1);
  return { closings, cards: conversation.cards };
};

export const allTooLate = ({ closings }: Silence, count: number): boolean => closings.get(TOO_LATE) === count;
