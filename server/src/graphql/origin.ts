import type { IncomingHttpHeaders } from "node:http";
import type { Settings } from "../kernel/settings.js";

export type OriginRules = Pick<Settings, "publicUrl" | "allowedOrigins">;

/**
 * Whether a page from there may call. Browsers send `Origin` with every POST and every upgrade; programs send none,
 * and have no cookies that somebody else's page could use. Our own pages come from the host they call.
 */
export function mayCallFrom(headers: IncomingHttpHeaders, rules: OriginRules): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.origin === "null") return false;
  if (rules.publicUrl !== null && page.origin === new URL(rules.publicUrl).origin) return true;
  return rules.allowedOrigins.includes(page.origin) || page.host === host?.toLowerCase();
}
