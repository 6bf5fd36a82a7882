import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { answerCalls, saturate, watchSockets } from "../rig/answers.js";

/** The limit: a text that is serialised once and sent to every socket, with nothing else around it. */
const http = createServer();
const sockets = new WebSocketServer({
  server: http,
  perMessageDeflate: false,
  handleProtocols: () => "graphql-transport-ws",
});

const broadcast = (text: string): void => {
  for (const socket of sockets.clients) socket.send(text);
};

/** What a client says is what all hear, but for the greeting. */
sockets.on("connection", (socket) =>
  socket.on("message", (data) => {
    const text = (data as Buffer).toString();
    if (text.includes("connection_init")) socket.send('{"type":"connection_ack"}');
    else if (text.startsWith('{"say":')) broadcast((JSON.parse(text) as { say: string }).say);
  }),
);

const start = async (): Promise<{ port: number }> => {
  watchSockets();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return { port: (http.address() as AddressInfo).port };
};

answerCalls({
  start,
  saturate: ({ text, forMs }: { text: string; forMs: number }) => saturate(() => broadcast(text), forMs),
});
