import { constants } from "node:zlib";
import fastifyCompress from "@fastify/compress";
import { fastifyCookie } from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import {
  fastify,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from "fastify";
import { GraphQLError } from "graphql";
import type { Settings } from "../kernel/settings.js";
import { LIMITS, overLimit } from "./limits.js";
import { mask } from "./mask.js";
import { GRAPHQL_PATH, type Transport } from "./transport.js";

/** Of what a browser would ask its user for, our pages need nothing. */
const NOTHING_NEEDED = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

/** Fastify with everything that all routes share: limits, headers, compression, a log line and a mask for errors. */
export async function createWeb(transport: Transport): Promise<FastifyInstance> {
  const { settings, log } = transport;
  const loggerInstance: FastifyBaseLogger = log;
  const web = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.messageBytes,
    trustProxy: settings.trustProxy,
    forceCloseConnections: "idle",
    // A request that comes in while the last ones are finished is one of them.
    return503OnClosing: false,
    requestTimeout: 30_000,
    // Of an address that is none it would say the address.
    frameworkErrors: (_error, _request, reply) => void sayNotFound(reply as FastifyReply),
  });
  web.removeContentTypeParser("text/plain");
  addErrorMask(web, transport);
  addLogLine(web, transport);
  await web.register(fastifyCookie);
  await web.register(fastifyHelmet, headersFor(settings));
  web.addHook("onRequest", async (_, reply) => void reply.header("permissions-policy", NOTHING_NEEDED));
  await web.register(fastifyCompress, {
    threshold: 1_024,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  return web;
}

/** For an address where nothing is, or that is none at all: the same plain word. */
export function sayNotFound(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .type("text/plain; charset=utf-8")
    .header("Cache-Control", "no-store")
    .send("Not found.\n");
}

/** The pattern of the route, never the address: join codes and sign-in tokens are parts of addresses. */
function addLogLine(web: FastifyInstance, { log, metrics }: Transport): void {
  web.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const status = reply.statusCode;
    metrics.requestSeconds.observe({ route, status: String(status) }, reply.elapsedTime / 1_000);
    log.info({ method: request.method, route, status, ms: Math.round(reply.elapsedTime) }, "Answered.");
  });
}

/**
 * What Fastify itself refuses or what breaks outside of GraphQL: where GraphQL is spoken in the same shape as its errors;
 * elsewhere nobody asked for that, and what cannot be had is not there.
 */
function addErrorMask(web: FastifyInstance, { log }: Transport): void {
  web.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500 && !request.url.startsWith(GRAPHQL_PATH)) return sayNotFound(reply);
    const told = mask(asCoded(error, status), (err, id) =>
      log.error({ err, id, transport: "http" }, "A request failed."),
    );
    return reply.code(status).send({ errors: [told] });
  });
}

function asCoded(error: FastifyError, status: number): unknown {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return overLimit("messageBytes");
  return status < 500 ? new GraphQLError("Refused.", { extensions: { code: "BAD_REQUEST" } }) : error;
}

/** Ourselves only. `ws:` is named for browsers to whom our own origin is not also our own socket. */
function headersFor({ publicUrl }: Settings): Parameters<typeof fastifyHelmet>[1] {
  const isSecure = publicUrl?.startsWith("https:") ?? false;
  const ownSocket = publicUrl === null ? [] : [publicUrl.replace(/^http/, "ws")];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'", ...ownSocket],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isSecure,
    // Ignored with a complaint where the address is not a safe one.
    crossOriginOpenerPolicy: isSecure && { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
  };
}
