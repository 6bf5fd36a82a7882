import { useEffect } from "react";

/**
 * Hands the worker that opens pages without a net what this screen is made of: on the first visit the code comes before
 * the worker does, and whether the browser itself keeps it is its own choice.
 */
export function useKeptCode(): void {
  useEffect(() => {
    void handOver().catch(() => undefined);
  }, []);
}

async function handOver(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.ready;
  await untilControlled(navigator.serviceWorker);
  const fetched = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const own = fetched.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"),
  );
  await Promise.all(own.map((address) => fetch(address)));
}

function untilControlled(worker: ServiceWorkerContainer): Promise<void> {
  if (worker.controller) return Promise.resolve();
  return new Promise((controlled) =>
    worker.addEventListener("controllerchange", () => controlled(), { once: true }),
  );
}
