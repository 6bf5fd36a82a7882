import type { Gauge } from "prom-client";
import type { WebSocket } from "ws";
import type { Revision } from "../identity/revisions.js";
import { RESTARTING, UNAUTHORIZED } from "./close-codes.js";
import type { FanOutCounts } from "./fan-out-counts.js";
import { Outflow } from "./outflow.js";

const PING_EVERY_MS = 12_000;
/** Sockets are pinged in so many turns: thousands at once would hold up everybody else for a tenth of a second. */
const TURNS = 24;
/** How long an operation that runs may hold up the closing of its socket. */
const PATIENCE_MS = 5_000;

export interface Whereabouts {
  readonly address: string;
  readonly baseUrl: string;
  /** The session's token as it came with the request; `connection_init` may name another. */
  readonly token: string | null;
}

/** A socket and what is known of it. */
export interface OpenSocket extends Whereabouts {
  readonly socket: WebSocket;
  readonly outflow: Outflow;
  /** By which the session is looked up for each operation; known from `connection_init` on. */
  sessionKey: string | null;
  /** Known from `connection_init` on. */
  sessionId: string | null;
  /** How many queries and mutations are running; subscriptions do not count. */
  running: () => number;
}

/** Every socket of this node: counted, kept alive, closed in an orderly way. */
export class SocketRegister {
  draining = false;
  private readonly opened = new Set<OpenSocket>();
  private readonly alive = new WeakSet<WebSocket>();
  private readonly turns = Array.from({ length: TURNS }, () => new Set<WebSocket>());
  private turn = 0;
  private readonly pinging = setInterval(() => this.ping(), PING_EVERY_MS / TURNS).unref();

  constructor(
    private readonly gauge: Gauge,
    private readonly counts: FanOutCounts,
  ) {}

  get size(): number {
    return this.opened.size;
  }

  add(socket: WebSocket, whereabouts: Whereabouts): OpenSocket {
    const opened: OpenSocket = {
      ...whereabouts,
      socket,
      outflow: new Outflow(socket, this.counts),
      sessionKey: null,
      sessionId: null,
      running: () => 0,
    };
    this.opened.add(opened);
    this.alive.add(socket);
    const turn = this.smallestTurn;
    turn.add(socket);
    this.gauge.set(this.size);
    socket.on("pong", () => this.alive.add(socket));
    socket.once("close", () => {
      this.opened.delete(opened);
      turn.delete(socket);
      this.gauge.set(this.size);
    });
    return opened;
  }

  /** SESSION1: closes the sockets of these sessions, after the answers they wait for. */
  closeRevised(revisions: readonly Revision[]): void {
    const endings = new Map(revisions.map(({ sessionId, ended }) => [sessionId, ended]));
    for (const opened of this.opened) {
      const ended = endings.get(opened.sessionId ?? "");
      if (ended === true) void finish(opened, UNAUTHORIZED, "Signed out");
      // It comes back, and gets what its person may still see.
      else if (ended === false) void finish(opened, RESTARTING, "Come back");
    }
  }

  /**
   * Closes every socket with a code that brings clients back, spread over a time so that they do not all come at once.
   * New ones are refused from now on. Resolves when all are closed.
   */
  async drain(spreadMs: number): Promise<void> {
    this.draining = true;
    clearInterval(this.pinging);
    const all = [...this.opened];
    await Promise.all(
      all.map(async (opened, place) => {
        await pause((spreadMs * place) / all.length);
        await finish(opened, RESTARTING, "Restarting");
      }),
    );
  }

  private get smallestTurn(): Set<WebSocket> {
    return this.turns.reduce((smallest, turn) => (turn.size < smallest.size ? turn : smallest));
  }

  /** Those whose turn it is; whoever has not answered since their last one is gone. */
  private ping(): void {
    this.turn = (this.turn + 1) % TURNS;
    for (const socket of this.turns[this.turn] ?? []) {
      if (!this.alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function finish({ socket, running }: OpenSocket, code: number, reason: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  // A turn for the answer of the operation that asks for the closing, and then as long as others run.
  do await pause(20);
  while (running() > 0 && Date.now() < until);
  const closed = new Promise((resolve) =>
    socket.readyState === socket.CLOSED ? resolve(null) : socket.once("close", resolve),
  );
  socket.close(code, reason);
  const impatience = setTimeout(() => socket.terminate(), 2_000);
  await closed;
  clearTimeout(impatience);
}
