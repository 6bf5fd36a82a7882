import type { Plugin } from "vite";

const FORGETTING = "print.reset();";

/**
 * Apollo's cache names GraphQL's printer only to empty its memory, which is bounded anyway, when garbage is collected. A
 * participant's phone prints no document: without that line the printer stays with Apollo's client, behind its gate.
 */
export const cacheWithoutPrinter = (): Plugin => ({
  name: "cache-without-printer",
  transform: {
    filter: { id: /\/@apollo\/client\/cache\/inmemory\/inMemoryCache\.js$/ },
    handler(code) {
      if (!code.includes(FORGETTING)) this.error("Apollo's cache does something else with the printer now.");
      return { code: code.replace(FORGETTING, "".padEnd(FORGETTING.length)), map: null };
    },
  },
});
