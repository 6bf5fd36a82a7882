import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { getOperationAST, GraphQLError, OperationTypeNode } from "graphql";
import type { Context } from "../modules/context.js";
import { createApollo } from "./apollo.js";
import { hashIn, type Wanted } from "./documents.js";
import { COOKIE, cookieOptions, demandCaller, tokenOf } from "./credentials.js";
import { type Tell, teller } from "./errors-told.js";
import { mayCallFrom } from "./origin.js";
import { GRAPHQL_PATH, type Transport } from "./transport.js";

/** Adds `POST /graphql`. Answers the function that ends Apollo Server. */
export async function addGraphql(fastify: FastifyInstance, options: Transport): Promise<() => Promise<void>> {
  const tell = teller("http", options);
  const apollo = createApollo(options, (_, error) => tell(error));
  await apollo.start();
  const answer = fastifyApolloHandler<Context>(apollo, {
    context: (request, reply) => contextOf(request, reply, options),
  });
  fastify.route({
    method: "POST",
    url: GRAPHQL_PATH,
    onRequest: async (request, reply) =>
      refuseOrigin(request, reply.header("cache-control", "no-store"), options, tell),
    preHandler: async (request, reply) => refuseDocument(request, reply, options, tell),
    handler: (request, reply) =>
      options.trace("operation", { transport: "http" }, async () => answer.call(fastify, request, reply)),
  });
  return () => apollo.stop();
}

async function refuseOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  { settings }: Transport,
  tell: Tell,
): Promise<unknown> {
  if (mayCallFrom(request.headers, settings)) return undefined;
  const error = new GraphQLError("Forbidden origin.", { extensions: { code: "FORBIDDEN_ORIGIN" } });
  return reply.code(403).send({ errors: [tell(error)] });
}

/** The same door as on the socket. What is no GraphQL request at all is left for Apollo to refuse. */
async function refuseDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  options: Transport,
  tell: Tell,
): Promise<unknown> {
  const body = (request.body ?? {}) as Wanted & { operationName?: unknown };
  if (typeof body.query !== "string" && hashIn(body) === undefined) return undefined;
  const admission = await options.documents.admit(body);
  if (!admission.ok) return reply.code(400).send({ errors: admission.errors.map(tell) });
  const { extensions: _, documentId: __, ...rest } = body;
  // Apollo is given the text, whatever way the document was asked for.
  request.body = { ...rest, query: admission.text };
  const { operationName } = body;
  const operation = getOperationAST(
    admission.document,
    typeof operationName === "string" ? operationName : null,
  );
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION)
    return reply.code(400).send({ errors: [tell(onlyOnSocket())] });
  options.metrics.operations.inc({ transport: "http", kind: operation?.operation ?? "unknown" });
  return undefined;
}

const onlyOnSocket = (): GraphQLError =>
  new GraphQLError("Subscriptions go over the socket.", { extensions: { code: "BAD_REQUEST" } });

async function contextOf(request: FastifyRequest, reply: FastifyReply, options: Transport): Promise<Context> {
  const { app, settings } = options;
  const token = tokenOf(request.headers);
  const actor = token === null ? null : await app.identity.actorOf(token);
  demandCaller(request.headers, actor);
  return {
    app,
    actor,
    address: request.ip,
    baseUrl: settings.publicUrl ?? `${request.protocol}://${request.host}`,
    checkSession: () => undefined,
    // Apollo Server works with a copy of the context: `this` is the one that the resolvers have.
    async startSession(this: Context, personId, wantsToken) {
      const { token: fresh, actor: started } = await app.identity.startSession(personId);
      this.actor = started;
      if (wantsToken) return fresh;
      void reply.setCookie(COOKIE, fresh, cookieOptions(settings));
      return null;
    },
    endSession: async () => {
      if (!actor) return;
      await app.identity.endSession(actor.sessionId);
      void reply.clearCookie(COOKIE, cookieOptions(settings));
    },
  };
}
