import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";

export interface Health {
  /** Whether new work may come here: the server is not stopping, and the database answers. */
  readonly isReady: () => Promise<boolean>;
  readonly registry: Registry;
}

/** For whoever watches over the node: is it alive, may it get work, and what has it counted. */
export function addHealth(fastify: FastifyInstance, { isReady, registry }: Health): void {
  fastify.get("/healthz", async (_, reply) =>
    reply.header("Cache-Control", "no-store").type("text/plain").send("ok\n"),
  );
  fastify.get("/readyz", async (_, reply) => {
    const ready = await isReady();
    return reply
      .code(ready ? 200 : 503)
      .header("Cache-Control", "no-store")
      .type("text/plain")
      .send(ready ? "ready\n" : "not ready\n");
  });
  fastify.get("/metrics", async (_, reply) =>
    reply
      .header("Cache-Control", "no-store")
      .type(registry.contentType)
      .send(await registry.metrics()),
  );
}
