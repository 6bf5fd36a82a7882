import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";

const ASSETS = "/assets/";
/** Addresses of ours that are never a screen. */
const NOT_SCREENS = [ASSETS, "/graphql", "/healthz", "/readyz", "/metrics"];

/**
 * Serves the built client: files with a hash in their name for ever, others by asking each time, and the one page,
 * never remembered, for every address that is a screen. Without a built client every screen is NOT FOUND.
 */
export async function addStaticClient(
  fastify: FastifyInstance,
  folder: string,
  publicUrl: string | null,
): Promise<void> {
  const page = await readPage(folder);
  if (page !== null) await addFiles(fastify, folder);
  fastify.setNotFoundHandler((_, reply) => reply.code(404).type("text/plain").send("Not found.\n"));
  fastify.get("/*", (request, reply) => {
    if (page === null || !wantsScreen(request)) return reply.callNotFound();
    return reply
      .type("text/html; charset=utf-8")
      .header("Cache-Control", "no-cache")
      .send(withPreview(page, request, publicUrl));
  });
}

/**
 * The page with what a shared link shows: the picture's whole address, and on the way in a title that asks to come along. It
 * is the same for every code, real or not, and says nothing of any gathering.
 */
function withPreview(
  page: string,
  { url, host, protocol }: FastifyRequest,
  publicUrl: string | null,
): string {
  const here = /^[\w.:[\]-]+$/.test(host) ? `${protocol}://${host}` : "";
  const whole = page.replaceAll('content="/icons/', `content="${publicUrl ?? here}/icons/`);
  if (!url.startsWith("/j/")) return whole;
  return whole.replace(
    'property="og:title" content="Ordskifte"',
    'property="og:title" content="Bli med i samlingen"',
  );
}

async function readPage(folder: string): Promise<string | null> {
  const file = join(folder, "index.html");
  return existsSync(file) ? readFile(file, "utf8") : null;
}

async function addFiles(fastify: FastifyInstance, folder: string): Promise<void> {
  const vary = (response: { setHeader(name: string, value: string): unknown }): unknown =>
    response.setHeader("Vary", "Accept-Encoding");
  const shared = { preCompressed: true, index: false as const, dotfiles: "ignore" as const };
  await fastify.register(fastifyStatic, {
    ...shared,
    root: join(folder, "assets"),
    prefix: ASSETS,
    immutable: true,
    maxAge: "365d",
    setHeaders: vary,
  });
  await fastify.register(fastifyStatic, {
    ...shared,
    root: folder,
    wildcard: false,
    decorateReply: false,
    globIgnore: ["**/index.html*", "assets/**"],
    cacheControl: false,
    setHeaders: (response) => {
      vary(response);
      response.setHeader("Cache-Control", "no-cache");
    },
  });
}

function wantsScreen({ url, headers }: FastifyRequest): boolean {
  const path = url.split("?")[0] ?? "";
  if (NOT_SCREENS.some((start) => path.startsWith(start))) return false;
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept);
}
