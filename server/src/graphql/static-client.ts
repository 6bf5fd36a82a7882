import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sayNotFound } from "./web.js";

const ASSETS = "/assets/";
/** Addresses of ours that are never a screen. */
const NOT_SCREENS = [ASSETS, "/graphql", "/healthz", "/readyz", "/metrics"];
/** The client's routes. At any other address its page says that there is nothing, and so does the status. */
const SCREEN = /^\/(?:index\.html|meg\/?|(?:j|inn|g|n)\/.+)?$/;
/** What asks for a file, and not for a screen: nothing of ours that people follow ends like this. */
const FILE = /\.\w+$/;

/**
 * Serves the built client: files with a hash in their name for ever, others by asking each time, and the one page,
 * never remembered, for every address that is a screen. Without a built client every screen is NOT FOUND. Whoever opens an
 * address where nothing is in a browser gets the page with the status 404, and everybody else a word.
 */
export async function addStaticClient(
  fastify: FastifyInstance,
  folder: string,
  publicUrl: string | null,
): Promise<void> {
  const page = await readPage(folder);
  if (page !== null) await addFiles(fastify, folder);
  fastify.setNotFoundHandler((_, reply) => sayNotFound(reply));
  fastify.get("/*", (request, reply) => {
    if (page === null || !wantsScreen(request)) return reply.callNotFound();
    return reply
      .code(SCREEN.test(pathOf(request)) ? 200 : 404)
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

function pathOf({ url }: FastifyRequest): string {
  return url.split("?")[0] ?? "";
}

function wantsScreen(request: FastifyRequest): boolean {
  const path = pathOf(request);
  if (NOT_SCREENS.some((start) => path.startsWith(start))) return false;
  const { accept = "*/*" } = request.headers;
  return accept.includes("text/html") || (accept.includes("*/*") && (SCREEN.test(path) || !FILE.test(path)));
}
