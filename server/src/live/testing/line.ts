import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** At which word of the near side something happens to a line: before the far side hears it, or once it has, its answer unheard. */
export interface Moment {
  readonly when: "before" | "after";
  readonly phrase: string;
}

/** A moment that is planned, and comes at most once. */
export class Planned {
  private moment: Moment | null = null;

  plan(when: Moment["when"], phrase: string): void {
    this.moment = { when, phrase };
  }

  /** Null where these words are not the ones that are waited for. */
  comesWith(chunk: Buffer): Moment | null {
    const moment = this.moment && chunk.includes(this.moment.phrase) ? this.moment : null;
    if (moment) this.moment = null;
    return moment;
  }
}

export interface Line {
  /** Postgres' address by way of this line. */
  readonly url: string;
  close(): Promise<void>;
}

/** A line to Postgres. `join` is given both ends of each connection, and passes on what it lets pass. */
export const openLine = async (url: string, join: (near: Socket, far: Socket) => void): Promise<Line> => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
    join(near, far);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = new URL(url);
  address.hostname = "127.0.0.1";
  address.port = String((server.address() as AddressInfo).port);
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: address.href, close };
};
