// The house's import rule (docs/ARCHITECTURE.md): main → graphql → modules → live → bus, database → kernel in the
// server; client → schema ← server; a module knows another one only through its index.ts, and never in a circle.

const LAYERS = ["graphql", "identity", "modules", "live", "bus", "database", "kernel"];
const TESTS = "(\\.test|\\.contract|\\.setup)\\.tsx?$|/testing/";

/** Layer by layer: what each folder of the server may import, besides itself. */
const ALLOWED = {
  kernel: [],
  database: ["kernel"],
  bus: ["database", "kernel"],
  live: ["bus", "database", "kernel"],
  identity: ["database", "kernel", "live"],
  modules: ["identity", "live", "bus", "database", "kernel"],
  graphql: ["modules", "identity", "live", "bus", "database", "kernel"],
};

const layerRules = Object.entries(ALLOWED).map(([layer, allowed]) => {
  const forbidden = LAYERS.filter((other) => other !== layer && !allowed.includes(other));
  return {
    name: `server-${layer}`,
    comment: `${layer} may import ${["itself", ...allowed].join(", ")}`,
    severity: "error",
    from: { path: `^server/src/${layer}/`, pathNot: TESTS },
    to: { path: `^server/src/(${forbidden.join("|")})/` },
  };
});

export default {
  forbidden: [
    ...layerRules,
    {
      name: "only-main-composes",
      comment: "main.ts and what it is composed of are at the top: nothing imports them",
      severity: "error",
      from: { path: "^server/src/", pathNot: "^server/src/[^/]+\\.ts$" },
      to: { path: "^server/src/(main|env|restore)\\.ts$" },
    },
    {
      name: "modules-through-the-door",
      comment: "a module imports another module only through its index.ts",
      severity: "error",
      from: { path: "^server/src/modules/([^/]+)/" },
      to: { path: "^server/src/modules/([^/]+)/", pathNot: "^server/src/modules/($1/|[^/]+/index\\.ts$)" },
    },
    {
      name: "no-circle",
      comment: "nothing imports itself through others",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { pathNot: "node_modules" } },
    },
    {
      name: "schema-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^schema/" },
      to: { path: "^(server|client|test|scripts)/" },
    },
    {
      name: "client-knows-only-the-schema",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^(server|test|scripts)/" },
    },
    {
      name: "server-knows-only-the-schema",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(client|test|scripts)/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^(schema|server|client)/src/", pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: "resolvable",
      comment: "every import leads somewhere",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: "tsc",
    doNotFollow: { path: ["node_modules", "(^|/)dist/"] },
    exclude: { path: ["(^|/)dist/", "src/generated/"] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css", ".svg"],
      // Some packages hold types alone.
      mainFields: ["module", "main", "types", "typings"],
      exportsFields: ["exports"],
      conditionNames: ["development", "import", "node", "default", "types"],
    },
  },
};
