import { createRequire } from "node:module";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const fromServer = createRequire(join(import.meta.dirname, "server/package.json"));

/** Without this, CommonJS and ESM importers load two copies of graphql, and its instanceof checks fail. */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: fromServer.resolve("graphql/index.js") }] };

const testCluster = join(import.meta.dirname, "server/src/database/testing/cluster.setup.ts");

/** What only tests use is not built: it is read from the sources. */
const testingOfServer = [
  {
    find: /^@ordskifte\/server\/(.+\/testing\/.+)$/,
    replacement: join(import.meta.dirname, "server/src/$1.ts"),
  },
];

/** Tests that share nothing run side by side; a browser, or many processes, have the machine to themselves. */
const sideBySide = { maxWorkers: 2, sequence: { groupOrder: 0 } };
const alone = { maxWorkers: 1, sequence: { groupOrder: 1 } };

const ofOneServer = ["src/{api,histories}/**/*.test.ts"];

const throughTheDoor = {
  resolve: { alias: [...oneGraphql.alias, ...testingOfServer] },
  test: {
    root: "test",
    globalSetup: [testCluster],
    // Real servers and browsers; a slow machine must not fail them.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: oneGraphql,
        test: { ...sideBySide, name: "schema", root: "schema", include: ["src/**/*.test.ts"] },
      },
      {
        resolve: oneGraphql,
        test: {
          ...sideBySide,
          name: "server",
          root: "server",
          setupFiles: ["reflect-metadata"],
          include: ["src/**/*.test.ts"],
          globalSetup: [testCluster],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      { extends: "./client/vite.config.ts", test: { ...sideBySide, name: "client", root: "client" } },
      {
        ...throughTheDoor,
        test: { ...throughTheDoor.test, ...sideBySide, name: "api", include: ofOneServer },
      },
      {
        ...throughTheDoor,
        test: {
          ...throughTheDoor.test,
          ...alone,
          name: "test",
          include: ["src/**/*.test.ts"],
          exclude: ofOneServer,
        },
      },
    ],
  },
});
