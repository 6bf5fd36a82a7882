import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { answerCalls, saturate, watchSockets } from "../rig/answers.js";
import { cardOf, type Saturation } from "./usual-cards.js";
import { boardsOnly } from "./usual-schema.js";

/** A room of socket.io, which serialises a message once for all of it. It knows no selections and no GraphQL. */
const web = createServer();
const io = new Server(web, { transports: ["websocket"], serveClient: false });

io.on("connection", (socket) => socket.on("follow", (boardId: string) => void socket.join(boardId)));

const start = async () => {
  watchSockets();
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  return { port: (web.address() as AddressInfo).port };
};

answerCalls({
  start,
  seed: boardsOnly,
  saturate: (given: Saturation) =>
    saturate(() => void io.to(given.boardId).emit("card", cardOf(given)), given.forMs),
});
