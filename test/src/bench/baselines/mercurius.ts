import type { AddressInfo } from "node:net";
import { fastify } from "fastify";
import { mercurius } from "mercurius";
import { answerCalls, watchSockets } from "../rig/answers.js";
import { publishCards } from "./usual-cards.js";
import { boardsOnly, usualSchema } from "./usual-schema.js";

/** Mercurius with its own subscriptions on its own sockets, for the fan-out alone. */
const start = async () => {
  watchSockets();
  const web = fastify();
  await web.register(mercurius, { schema: await usualSchema(), subscription: true, jit: 1 });
  await web.listen({ host: "127.0.0.1", port: 0 });
  return { port: (web.server.address() as AddressInfo).port };
};

answerCalls({ start, seed: boardsOnly, saturate: publishCards });
