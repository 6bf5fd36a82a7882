import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A line to Postgres on which, from a chosen moment on, nothing passes any more, and nobody is told. */
export interface SilentProxy {
  readonly url: string;
  /** Silences the connection that next says `phrase`: before the server hears it, or once it has, its answer unheard. */
  silence(when: "before" | "after", phrase: string): void;
  /** How many connections have fallen silent so far. */
  readonly silenced: () => number;
  close(): Promise<void>;
}

interface Silence {
  readonly when: "before" | "after";
  readonly phrase: string;
}

export const createSilentProxy = async (url: string): Promise<SilentProxy> => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let planned: Silence | null = null;
  let count = 0;

  const join = (near: Socket): void => {
    const far = connect(Number(target.port), target.hostname);
    let isSilent = false;
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      // On a silent line neither side hears that the other has gone.
      socket.on("close", () => (sockets.delete(socket), isSilent ? undefined : other.destroy()));
    }
    near.on("data", (chunk: Buffer) => {
      if (isSilent) return;
      const silence = planned && chunk.includes(planned.phrase) ? planned : null;
      if (silence) [planned, isSilent, count] = [null, true, count + 1];
      if (silence?.when !== "before") far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => isSilent || near.write(chunk));
  };

  const server: Server = createServer(join);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = new URL(url);
  address.hostname = "127.0.0.1";
  address.port = String((server.address() as AddressInfo).port);
  return {
    url: address.href,
    silence: (when, phrase) => void (planned = { when, phrase }),
    silenced: () => count,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
