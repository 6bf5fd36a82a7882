import { VitePWA } from "vite-plugin-pwa";

/** Fetched when somebody goes there: a phone on the participant's way does not pay for them. */
const FOR_LATER = ["lead", "plenary", "revisit", "network"].map((name) => `assets/${name}*`);

/**
 * The server's page; the kept one where there is no net, where the net has pretended to be there for four seconds, or
 * where the server is in trouble. Its text is copied into the worker, so it uses nothing from outside itself.
 */
const pageOrKept = async ({ request }: { request: Request }): Promise<Response> => {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 4_000));
  const answer = await Promise.race([fetch(request), late]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await caches.match("/index.html", { ignoreSearch: true })) ?? answer ?? Response.error();
};

/**
 * The service worker: keeps the page and the participant's way on the device, and the other screens once they have been
 * used. The page is asked of the server first, so a new version is there on the next load; a worker of another version
 * waits until no page of the old one is open, and never takes its code away. Answers of the API are never kept.
 */
export const offlineShell = () =>
  VitePWA({
    manifest: false,
    injectRegister: null,
    workbox: {
      globPatterns: ["index.html", "favicon.svg", "manifest.webmanifest", "assets/*.{js,css,woff2}"],
      globIgnores: FOR_LATER,
      dontCacheBustURLsMatching: /^assets\//,
      navigateFallback: null,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: false,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      runtimeCaching: [
        { urlPattern: ({ request }) => request.mode === "navigate", handler: pageOrKept },
        {
          urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/assets/"),
          handler: "CacheFirst",
          options: { cacheName: "screens", expiration: { maxEntries: 60 } },
        },
      ],
    },
  });
