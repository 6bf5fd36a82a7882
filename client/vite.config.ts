import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { cacheWithoutPrinter } from "./cache-without-printer.js";
import { offlineShell } from "./offline-shell.js";

const server = `http://127.0.0.1:${process.env["PORT"] ?? 4000}`;

/**
 * What every screen of a participant's way uses comes in few files: fewer ways to and fro on a bad net, and small files pack
 * badly. Each screen keeps its own.
 */
const SHARED = [
  {
    name: "frame",
    priority: 1,
    test: /client\/src\/(ui\/(announce|button|dialog|dock|field|fold|heading|icons|kinds|name-mark|page|save-state|spinner|states|use-)|i18n\/[\w-]+\.ts$|app\/(shell|error|language|lazy|not-found|signed|persist|when|outdated))|live\/(outdated|draft)|schema\/src\/limits|\/(wouter|regexparam|use-sync-external-store|clsx)\//,
  },
  {
    name: "cards",
    test: /client\/src\/(ui\/(card|written)|features\/board\/(author|board-(card\.|context|model)|invites|use-board-c)|app\/live-gate|features\/(habits\/undo\.|running\/later))/,
  },
  {
    name: "writing",
    test: /client\/src\/(ui\/thread|features\/board\/(card-actions\.module|form-buttons|pasted-list|privacy|use-writing|words))/,
  },
];

/** What the grammar of scripts and styles is lowered to. Why these: docs/adr/oldest-browsers.md. */
const OLDEST = ["chrome100", "edge100", "firefox115", "safari15.4", "ios15.4"];

export default defineConfig({
  plugins: [react(), cacheWithoutPrinter(), offlineShell()],
  resolve: {
    // rxjs has a smaller build for browsers of this age.
    conditions: ["es2015", "module", "browser", "production"],
    alias: {
      // The contract is taken from its sources: one copy, and no build order to remember.
      "@ordskifte/schema": decodeURI(new URL("../schema/src/index.ts", import.meta.url).pathname),
    },
  },
  build: {
    target: OLDEST,
    // Its filling comes with the page's own code, when the first files have come; the rest is one way later on older iPhones.
    modulePreload: { polyfill: false },
    // Beside the scripts, for whoever looks for them: their names in the scripts weigh half a kilobyte on a phone's way.
    sourcemap: "hidden",
    // Read by the check of the first load.
    manifest: true,
    // Fonts come from our own address and from nowhere else: the content policy takes none that is written into a style.
    assetsInlineLimit: (file) => (file.endsWith(".woff2") ? false : undefined),
    rolldownOptions: {
      output: { codeSplitting: { groups: SHARED } },
      treeshake: {
        // The package does not say so, but its modules only define components: a screen pays for what it uses. Its web
        // components (designsystemet-web) do register themselves, and stay where a component imports them.
        // So do the contract's modules: each screen takes the operations that it sends.
        moduleSideEffects: (id) => !id.includes("/designsystemet-react/") && !id.includes("/schema/src/"),
      },
    },
  },
  server: {
    proxy: {
      "/graphql": { target: server, ws: true },
      "/healthz": server,
      "/readyz": server,
    },
  },
  test: { include: ["src/**/*.test.{ts,tsx}"], css: { include: /palette\.css/ } },
});
