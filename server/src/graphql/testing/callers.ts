import type { ExecutionResult, GraphQLFormattedError } from "graphql";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

export interface Asked {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

export interface Answered {
  readonly data?: ExecutionResult["data"];
  readonly errors?: readonly GraphQLFormattedError[];
}

export interface Caller {
  readonly port: number;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

/** `POST /graphql`, with the whole response. */
export const post = ({ port, token, headers }: Caller, body: unknown): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

export async function askOverHttp(caller: Caller, asked: Asked): Promise<Answered> {
  return (await (await post(caller, asked)).json()) as Answered;
}

/** One operation on a socket of its own; answers the first result, or the errors of its refusal. */
export async function askOverSocket({ port, token, headers }: Caller, asked: Asked): Promise<Answered> {
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers });
      }
    },
    connectionParams: token === undefined ? undefined : { token },
    retryAttempts: 0,
  });
  try {
    return await new Promise<Answered>((resolve, reject) => {
      client.subscribe(
        { ...asked, variables: asked.variables ?? null, operationName: asked.operationName ?? null },
        {
          next: (result) => resolve(result as Answered),
          error: (error) =>
            Array.isArray(error)
              ? resolve({ errors: error as GraphQLFormattedError[] })
              : reject(error as Error),
          complete: () => resolve({}),
        },
      );
    });
  } finally {
    await client.dispose();
  }
}

export interface RawSocket {
  readonly socket: WebSocket;
  /** Resolves with the code when it is closed. */
  readonly closed: Promise<number>;
  /** The next message, parsed. */
  next(): Promise<{ type: string; id?: string; payload?: unknown }>;
  say(message: unknown): void;
}

/** A socket without a client library, for what no library would send. Rejects where the upgrade is refused. */
export async function openRaw(port: number, headers: Record<string, string> = {}): Promise<RawSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws", { headers });
  const heard: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  socket.on("message", (data: Buffer) => {
    const take = waiting.shift();
    if (take) take(data.toString());
    else heard.push(data.toString());
  });
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.on("error", () => undefined);
  const nextText = (): Promise<string> => {
    const text = heard.shift();
    return text === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(text);
  };
  return {
    socket,
    closed,
    next: async () => JSON.parse(await nextText()) as { type: string },
    say: (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
  };
}
