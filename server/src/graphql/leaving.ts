import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Settings } from "../kernel/settings.js";
import type { SocketRegister } from "./socket-register.js";

/** How a node goes without anybody seeing an error (SHUTDOWN1). */
export class Leaving {
  /** From now on the node is not ready, and no connection is kept for another request. */
  begun = false;

  constructor(private readonly web: FastifyInstance) {
    web.addHook("onSend", async (_, reply) => {
      if (this.begun) void reply.header("Connection", "close");
    });
  }

  /**
   * Not ready; then everything is served as before until the balancer has seen it; then sockets are closed, a few at a
   * time, while requests are still answered; last the door, and what runs is finished.
   */
  async takeLeave(
    sockets: SocketRegister,
    { noticeMs, spreadMs }: Pick<Settings, "noticeMs" | "spreadMs">,
  ): Promise<void> {
    this.begun = true;
    await delay(noticeMs);
    await sockets.drain(spreadMs);
    await this.web.close();
  }
}
