// `npm start`: from whatever state the clone is in to a running server.
import { prepare } from "./workspace/prepare.mjs";

// A closed terminal takes the output away; that alone must not end the server before it has stopped in order.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

await prepare("schema", "server", "client");

// In this process rather than a child: one process to signal, and nothing to leave behind.
process.env["NODE_ENV"] ??= "production";
// Started like this it is for trying, and whoever tries an API writes queries; so does the crowd.
process.env["FREE_FORM_OPERATIONS"] ??= "true";
process.setSourceMapsEnabled(true);
await import("../server/dist/main.js");
