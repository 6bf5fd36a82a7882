import type { IncomingHttpHeaders } from "node:http";
import { type CookieSerializeOptions, fastifyCookie } from "@fastify/cookie";
import { GraphQLError } from "graphql";
import { SESSION_DAYS } from "../identity/identity.js";
import { CodedError } from "../kernel/errors.js";
import type { Settings } from "../kernel/settings.js";

export const COOKIE = "ordskifte";

/** The caller's token: of programs in the Authorization header, of browsers in the cookie. */
export function tokenOf(headers: IncomingHttpHeaders): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  return (
    bearer ?? (headers.cookie === undefined ? null : (fastifyCookie.parse(headers.cookie)[COOKIE] ?? null))
  );
}

/**
 * Names the person whose write this is. A browser's cookie may have become somebody else's since it was written, and
 * what one person wrote must never be posted as another.
 */
const CALLER = "x-ordskifte-caller";

/** Throws OTHER_CALLER where the request says whose it is and comes with the session of somebody else, or of nobody. */
export function demandCaller(headers: IncomingHttpHeaders, actor: { personId: string } | null): void {
  const named = headers[CALLER];
  if (named === undefined || named === actor?.personId) return;
  const originalError = new CodedError("OTHER_CALLER", "The session is not that person's.");
  throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 409 } } });
}

/** Lax, so that a link from a mail or a QR code finds the person signed in, while no other site's page can post. */
export const cookieOptions = ({ publicUrl }: Pick<Settings, "publicUrl">): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: publicUrl?.startsWith("https:") ?? false,
  maxAge: SESSION_DAYS * 24 * 60 * 60,
});
