import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { addHealth } from "./health.js";
import { addGraphql } from "./http.js";
import { Leaving } from "./leaving.js";
import { socketOperations } from "./socket-operations.js";
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
  /** Stops answering, in the order of SHUTDOWN1. */
  stop(): Promise<void>;
}

/** Opens API, socket and client on one port. Throws the system's error (EADDRINUSE, EACCES) where it cannot. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const operations = await socketOperations(options);
  const sockets = new SocketTransport({ ...options, operations });
  const web = await createWeb(options);
  const leaving = new Leaving(web);
  const isReady = async (): Promise<boolean> => !leaving.begun && (await options.isDatabaseReady());
  addHealth(web, { isReady, registry: options.metrics.registry });
  const stopHttp = await addGraphql(web, options);
  const stopGraphql = async (): Promise<void> => {
    await stopHttp();
    await operations.stop();
  };
  await addStaticClient(web, options.clientFolder, options.settings.publicUrl);
  takeUpgrades(web, sockets);
  const stop = async (): Promise<void> => {
    await leaving.takeLeave(sockets.register, options.settings);
    await stopGraphql();
  };
  try {
    await web.listen({ host: options.settings.host, port: options.settings.port });
  } catch (error) {
    await web.close();
    await stopGraphql();
    throw error;
  }
  const { port } = web.server.address() as AddressInfo;
  return { port, stop };
}

function takeUpgrades(web: FastifyInstance, sockets: SocketTransport): void {
  web.server.on("upgrade", (request, stream, head) => {
    if (request.url?.split("?")[0] === GRAPHQL_PATH) sockets.upgrade(request, stream, head);
    else stream.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
}
