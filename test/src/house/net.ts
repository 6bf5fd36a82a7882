import type { Page } from "playwright-core";

/** The net of one page, so far as it asks the API. */
export interface Net {
  /** How many sockets it carries. */
  readonly sockets: number;
  /** From now on nothing is reached, and what was connected is cut off. */
  lose(): Promise<void>;
  giveBack(): void;
}

/**
 * To be asked for before the page is opened. A browser that is told to play at having no net spins in its network
 * process for as long as it does, and takes a core from the other pages.
 */
export async function netOf(page: Page): Promise<Net> {
  let isAway = false;
  const open = new Set<{ close(): Promise<void> }>();
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    if (isAway) return void socket.close();
    open.add(socket);
    socket.connectToServer();
  });
  await page.route("**/graphql", (route) => (isAway ? route.abort() : route.fallback()));
  return {
    get sockets() {
      return open.size;
    },
    async lose() {
      isAway = true;
      for (const socket of open) await socket.close();
      open.clear();
    },
    giveBack: () => void (isAway = false),
  };
}
