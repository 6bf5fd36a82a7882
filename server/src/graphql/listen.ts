import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { addHealth } from "./health.js";
import { addGraphql } from "./http.js";
import { SocketTransport } from "./socket.js";
import { addStaticClient } from "./static-client.js";
import { GRAPHQL_PATH, type Transport } from "./transport.js";
import { createWeb } from "./web.js";

export interface ListenOptions extends Transport {
  /** The built client, with its index.html. */
  readonly clientFolder: string;
  /** Whether the database answers. */
  readonly isDatabaseReady: () => Promise<boolean>;
  /** For tests: how long a socket may be silent before `connection_init`. Milliseconds. */
  readonly initWaitMs?: number;
}

export interface Listening {
  readonly port: number;
  /** Stops answering, in order: not ready, what runs is finished, sockets are told to come back within `spreadMs`. */
  stop(spreadMs: number): Promise<void>;
}

/** Opens API, socket and client on one port. Throws the system's error (EADDRINUSE, EACCES) where it cannot. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const sockets = new SocketTransport(options);
  const web = await createWeb(options);
  const isReady = async (): Promise<boolean> =>
    !sockets.register.draining && (await options.isDatabaseReady());
  addHealth(web, { isReady, registry: options.metrics.registry });
  const dropSockets = (sessionId: string): void => sockets.register.closeSession(sessionId);
  const stopGraphql = await addGraphql(web, { ...options, dropSockets });
  await addStaticClient(web, options.clientFolder);
  takeUpgrades(web, sockets);
  try {
    await web.listen({ host: options.settings.host, port: options.settings.port });
  } catch (error) {
    await stop(web, sockets, stopGraphql, 0);
    throw error;
  }
  const { port } = web.server.address() as AddressInfo;
  return { port, stop: (spreadMs) => stop(web, sockets, stopGraphql, spreadMs) };
}

function takeUpgrades(web: FastifyInstance, sockets: SocketTransport): void {
  web.server.on("upgrade", (request, stream, head) => {
    if (request.url?.split("?")[0] === GRAPHQL_PATH) sockets.upgrade(request, stream, head);
    else stream.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
}

async function stop(
  web: FastifyInstance,
  sockets: SocketTransport,
  stopGraphql: () => Promise<void>,
  spreadMs: number,
): Promise<void> {
  await sockets.register.drain(spreadMs);
  await web.close();
  await stopGraphql();
}
