import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { getOperationAST, GraphQLError, OperationTypeNode } from "graphql";
import {
  handleProtocols,
  makeServer,
  type Context as Connection,
  type Server,
  type SubscribePayload,
} from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Settings } from "../kernel/settings.js";
import { badInput } from "../kernel/errors.js";
import type { Context } from "../modules/context.js";
import { TRY_AGAIN_LATER } from "./close-codes.js";
import { tokenOf } from "./credentials.js";
import { teller } from "./errors-told.js";
import { FanOut } from "./fan-out.js";
import type { FanOutCounts } from "./fan-out-counts.js";
import type { SocketArgs } from "./feed-member.js";
import { inOneWrite } from "./frame.js";
import { LIMITS, overLimit } from "./limits.js";
import { mayCallFrom } from "./origin.js";
import type { SocketOperations } from "./socket-operations.js";
import { type OpenSocket, SocketRegister, type Whereabouts } from "./socket-register.js";
import type { Transport } from "./transport.js";

const INIT_WAIT_MS = 5_000;
/** Past this many bytes a caller does not read what it is sent; it is cut off and may come back and resume. */
const UNREAD_BYTES = 1024 * 1024;

export interface SocketOptions extends Transport {
  readonly operations: SocketOperations;
  /** For tests: how long to wait for `connection_init`. */
  readonly initWaitMs?: number;
}

type SocketContext = Connection<Record<string, unknown> | undefined, OpenSocket>;

/** The `graphql-transport-ws` side of the API. */
export class SocketTransport {
  readonly register: SocketRegister;
  private readonly upgrades = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  private readonly protocol: Server<OpenSocket>;

  constructor(private readonly options: SocketOptions) {
    this.register = new SocketRegister(options.metrics.sockets, options.metrics.fanOut);
    this.protocol = this.makeProtocol();
    options.app.identity.onRevised((revisions) => this.register.closeRevised(revisions));
  }

  /** Takes over a request to upgrade, or answers why not. */
  readonly upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    if (this.register.draining) return refuse(stream, "503 Service Unavailable");
    if (!mayCallFrom(request.headers, this.options.settings)) return refuse(stream, "403 Forbidden");
    this.upgrades.handleUpgrade(request, stream, head, (socket) => this.open(socket, request));
  };

  private open(socket: WebSocket, request: IncomingMessage): void {
    const opened = this.register.add(socket, callerAt(request, this.options.settings));
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => send(socket, text, this.options.metrics.fanOut),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on("message", (data) => void this.take(socket, () => take((data as Buffer).toString()))),
      },
      opened,
    );
    // A frame that is too big or broken: `ws` closes with 1009 or 1002 by itself.
    socket.on("error", (err) => this.options.log.debug({ err }, "A socket broke."));
    socket.once("close", (code, reason) => void closed(code, String(reason)));
  }

  private async take(socket: WebSocket, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (err) {
      this.options.log.error({ err }, "A socket message failed.");
      // Not the protocol's 4500, which clients take for the end: a database that is away for a moment is not.
      socket.close(TRY_AGAIN_LATER, "Try again later");
    }
  }

  private makeProtocol(): Server<OpenSocket> {
    const tell = teller("socket", this.options);
    const { metrics, trace, operations, executor } = this.options;
    return makeServer<Record<string, unknown> | undefined, OpenSocket>({
      connectionInitWaitTimeout: this.options.initWaitMs ?? INIT_WAIT_MS,
      onConnect: (context) => this.connect(context),
      onSubscribe: (context, operationId, payload) => this.admit(context, operationId, payload),
      execute: (args) =>
        trace("operation", { transport: "socket" }, () => operations.execute(args as SocketArgs)),
      subscribe: new FanOut(executor, tell, metrics.fanOut, trace).subscribe,
      onError: (_context, _id, _payload, errors) => errors.map(tell),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: result.errors.map(tell) } : undefined,
    });
  }

  private async connect({ extra, connectionParams, subscriptions }: SocketContext): Promise<boolean> {
    const given = connectionParams?.["token"];
    const token = typeof given === "string" ? given : extra.token;
    extra.sessionKey = token === null ? null : this.options.app.identity.keyOf(token);
    extra.running = () => Object.values(subscriptions).filter((stream) => stream === null).length;
    extra.sessionId = (await this.actorOf(extra))?.sessionId ?? null;
    return true;
  }

  private actorOf({ sessionKey }: OpenSocket): Promise<Context["actor"]> {
    return sessionKey === null ? Promise.resolve(null) : this.options.app.identity.actorBy(sessionKey);
  }

  private async admit(
    context: SocketContext,
    operationId: string,
    payload: SubscribePayload,
  ): Promise<SocketArgs | readonly GraphQLError[]> {
    // Its own place is taken already.
    if (Object.keys(context.subscriptions).length > LIMITS.operationsPerSocket)
      return [overLimit("operationsPerSocket")];
    const admission = await this.options.documents.admit(payload);
    if (!admission.ok) return admission.errors;
    const { document, text } = admission;
    const operation = getOperationAST(document, payload.operationName);
    if (!operation) return [coded("OPERATION_RESOLUTION_FAILURE")];
    this.options.metrics.operations.inc({
      transport: "socket",
      kind: operation.operation,
    });
    const args: SocketArgs = {
      schema: this.options.schema,
      document,
      text,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue: await this.contextOf(context.extra),
      operationId,
      memberSocket: context.extra,
    };
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return args;
    const refusal = await this.options.operations.refusalOf(args);
    return refusal.length > 0 ? refusal : args;
  }

  /** The caller is looked up for each operation: a session may have ended since the socket was opened. */
  private async contextOf(opened: OpenSocket): Promise<Context> {
    const { app } = this.options;
    const actor = await this.actorOf(opened);
    return {
      app,
      actor,
      address: opened.address,
      baseUrl: opened.baseUrl,
      checkSession,
      async startSession(this: Context, personId, wantsToken) {
        checkSession(wantsToken);
        const started = await app.identity.startSession(personId);
        this.actor = started.actor;
        return started.token;
      },
      endSession: async () => {
        if (actor) await app.identity.endSession(actor.sessionId);
      },
    };
  }
}

function checkSession(wantsToken: boolean): void {
  if (!wantsToken) throw badInput("A socket cannot set cookies: ask for the token, or call over HTTP.");
}

/** Where the caller is, and by which address they came; behind a proxy of our own it knows better. */
function callerAt({ headers, socket }: IncomingMessage, { trustProxy, publicUrl }: Settings): Whereabouts {
  const told = (name: string): string | undefined =>
    trustProxy
      ? String(headers[name] ?? "")
          .split(",")[0]
          ?.trim()
      : undefined;
  const baseUrl = `${told("x-forwarded-proto") || "http"}://${told("x-forwarded-host") || headers.host}`;
  const address = told("x-forwarded-for") || (socket.remoteAddress ?? "");
  // Nothing else of the request is kept: its headers are kilobytes, for as long as the socket is open.
  return { address, baseUrl: publicUrl ?? baseUrl, token: tokenOf(headers) };
}

const coded = (code: string): GraphQLError => new GraphQLError(code, { extensions: { code } });

/** Nobody waits for the kernel to have it: what is not read ends the socket here. */
function send(socket: WebSocket, text: string, counts: FanOutCounts): void {
  if (socket.bufferedAmount > UNREAD_BYTES && socket.readyState === socket.OPEN) {
    counts.slowSockets += 1;
    socket.terminate();
  }
  if (socket.readyState !== socket.OPEN) return;
  inOneWrite(socket);
  // A failing write is followed by `close`, where everything is cleaned up.
  socket.send(text);
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
