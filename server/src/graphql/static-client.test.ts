import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../server.js";
import { startTestServer } from "./testing/test-server.js";

const PRECOMPRESS = fileURLToPath(new URL("../../../scripts/precompress.mjs", import.meta.url));
const SCRIPT = `console.log(${JSON.stringify("ord ".repeat(1_000))});`;
const META = `<meta property="og:title" content="Ordskifte" /><meta property="og:image" content="/icons/a.png" />`;
const BODY = "<p>ord</p>".repeat(200);
const PAGE = `<!doctype html>${META}<title>Ordskifte</title>${BODY}`;

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ordskifte-client-"));
  const dist = join(folder, "dist");
  await mkdir(join(dist, "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "hunter2");
  await writeFile(join(dist, "index.html"), PAGE);
  await writeFile(join(dist, "robots.txt"), "User-agent: *\nDisallow: /\n");
  await writeFile(join(dist, "assets/index-abc123.js"), SCRIPT);
  await promisify(execFile)(process.execPath, [PRECOMPRESS, dist]);
  server = await startTestServer({}, { clientFolder: dist });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers });

interface Raw {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly body: Buffer;
}

/** As it is on the wire: the path is not tidied and the body not decompressed. */
const getRaw = (path: string, headers: Record<string, string> = {}): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const asked = request({ port: server.port, host: "127.0.0.1", path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on("error", reject).end();
  });

describe("files with a hash in their name", () => {
  it("may be kept for ever, and come compressed from the disk", async () => {
    const { headers, body } = await getRaw("/assets/index-abc123.js", { "accept-encoding": "gzip, br" });
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-encoding"]).toBe("br");
    expect(headers["content-type"]).toMatch(/javascript/);
    expect(headers["vary"]).toMatch(/accept-encoding/i);
    expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
    expect(Number(headers["content-length"])).toBeLessThan(200);
  });

  it("come as they are for those who cannot decompress", async () => {
    const { headers, body } = await getRaw("/assets/index-abc123.js", { "accept-encoding": "identity" });
    expect(headers["content-encoding"]).toBeUndefined();
    expect(body.toString()).toBe(SCRIPT);
  });

  it("that are gone are NOT FOUND, never the page in their place", async () => {
    const response = await get("/assets/index-old.js");
    expect([response.status, await response.text()]).toEqual([404, "Not found.\n"]);
  });
});

describe("the page", () => {
  it("tells where its picture lies, and invites by the same words for every code", async () => {
    const [door, real, made] = await Promise.all(
      ["/", "/j/ABC234", "/j/nonsense"].map(async (path) =>
        (await get(path, { accept: "text/html" })).text(),
      ),
    );
    expect(door).toContain(`content="http://127.0.0.1:${server.port}/icons/a.png"`);
    expect(door).toContain('property="og:title" content="Ordskifte"');
    expect(real).toContain('property="og:title" content="Bli med i samlingen"');
    expect(made).toBe(real);
  });

  it.each(["/", "/index.html", "/j/ABC234", "/inn/TOKEN", "/g/1/b/2?x=1", "/g/1.2/plenary"])(
    "is at %s, and is asked for each time",
    async (path) => {
      const response = await get(path, { accept: "text/html" });
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-cache");
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("content-security-policy")).toMatch(/default-src 'self'/);
      expect(await response.text()).toContain(BODY);
    },
  );

  it("comes compressed", async () => {
    const { headers, body } = await getRaw("/g/1", { accept: "text/html", "accept-encoding": "br" });
    expect(headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(body).toString()).toContain(BODY);
  });

  it("is not for other methods, nor for those who want something else", async () => {
    const posted = await fetch(`http://127.0.0.1:${server.port}/g/1`, { method: "POST" });
    expect(posted.status).toBe(404);
    expect((await get("/g/1", { accept: "application/json" })).status).toBe(404);
  });
});

it("other files are asked for each time", async () => {
  const response = await get("/robots.txt");
  expect(response.headers.get("cache-control")).toBe("no-cache");
  expect(await response.text()).toMatch(/^User-agent/);
});

describe("an address where nothing is", () => {
  const ACCEPT = { page: "text/html,*/*;q=0.8", script: "*/*", picture: "image/avif,image/webp,*/*;q=0.8" };
  const plain = async (response: Response): Promise<void> => {
    expect([response.status, await response.text()]).toEqual([404, "Not found.\n"]);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
  };

  it.each([
    "/icons/none.png",
    "/nothing.js",
    "/assets/",
    "/assets/none.css",
    "/assets/%00",
    "/%",
    "/%E0%A4%A",
  ])("is a plain NOT FOUND for what fetches %s as a part of a page", async (path) => {
    await plain(await get(path, { accept: ACCEPT.script }));
    await plain(await get(path, { accept: ACCEPT.picture }));
  });

  it.each(["/nowhere", "/nothing.js", "/g", "/meg/who"])(
    "is the page that says so for whoever opens %s in a browser, with the same status",
    async (path) => {
      const response = await get(path, { accept: ACCEPT.page });
      expect(response.status).toBe(404);
      expect(response.headers.get("cache-control")).toBe("no-cache");
      expect(await response.text()).toContain(BODY);
    },
  );

  it("is said in GraphQL's words only where GraphQL is spoken", async () => {
    const body = { method: "POST", body: "{", headers: { "content-type": "application/json" } };
    const said = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`, body)).text();
    expect(await said("/graphql")).toContain("GraphQL");
    expect(await said("/healthz")).not.toContain("GraphQL");
  });
});

it.each([
  "/../secret.txt",
  "/assets/../../secret.txt",
  "/assets/%2e%2e/%2e%2e/secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/assets/%00",
])("nothing outside the client is given: %s", async (path) => {
  expect((await getRaw(path)).body.toString()).not.toContain("hunter2");
});
