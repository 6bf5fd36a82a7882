import { networkInterfaces } from "node:os";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find((found) => found?.family === "IPv4" && !found.internal)?.address;

/** The same address as phones on the same net can reach it: a name that means "this machine" becomes its number. */
export const reachable = (url: string): string => {
  const parsed = new URL(url);
  const address = LOOPBACK.has(parsed.hostname) ? ownAddress() : undefined;
  if (address) parsed.hostname = address;
  return parsed.href.replace(/\/+$/, "");
};
