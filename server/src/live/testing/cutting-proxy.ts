import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A line to Postgres that can be cut at a chosen moment. */
export interface CuttingProxy {
  readonly url: string;
  /** Cuts the connection that next says `phrase`: before the server hears it, or once the server has answered, unheard. */
  cut(when: "before" | "after", phrase: string): void;
  /** How many connections were cut so far. */
  readonly cuts: () => number;
  close(): Promise<void>;
}

interface Cut {
  readonly when: "before" | "after";
  readonly phrase: string;
}

export const createCuttingProxy = async (url: string): Promise<CuttingProxy> => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let planned: Cut | null = null;
  let cuts = 0;

  const sever = (...pair: readonly Socket[]): void => {
    cuts += 1;
    for (const socket of pair) socket.destroy();
  };

  const join = (near: Socket): void => {
    const far = connect(Number(target.port), target.hostname);
    let answerIsLost = false;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => (sockets.delete(socket), near.destroy(), far.destroy()));
    }
    near.on("data", (chunk: Buffer) => {
      const cut = planned && chunk.includes(planned.phrase) ? planned : null;
      if (cut) planned = null;
      if (cut?.when === "before") return sever(near, far);
      answerIsLost = cut !== null;
      far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => (answerIsLost ? sever(near, far) : near.write(chunk)));
  };

  const server: Server = createServer(join);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = new URL(url);
  address.hostname = "127.0.0.1";
  address.port = String((server.address() as AddressInfo).port);
  return {
    url: address.href,
    cut: (when, phrase) => void (planned = { when, phrase }),
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
