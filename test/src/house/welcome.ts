import type { BuiltServer } from "./built-server.js";

/** The token of the leader's one-time link, as a server with the demo prints it when it is ready. */
export const leaderToken = (server: BuiltServer): string => {
  const found = /\/inn\/([A-Za-z0-9_-]+)/.exec(server.said())?.[1];
  if (!found) throw new Error(`The server showed no link for the leader:\n${server.said()}`);
  return found;
};
