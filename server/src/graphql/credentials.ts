import type { IncomingHttpHeaders } from "node:http";
import { type CookieSerializeOptions, fastifyCookie } from "@fastify/cookie";
import { SESSION_DAYS } from "../identity/identity.js";
import type { Settings } from "../kernel/settings.js";

export const COOKIE = "ordskifte";

/** The caller's token: of programs in the Authorization header, of browsers in the cookie. */
export function tokenOf(headers: IncomingHttpHeaders): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  return (
    bearer ?? (headers.cookie === undefined ? null : (fastifyCookie.parse(headers.cookie)[COOKIE] ?? null))
  );
}

/** Lax, so that a link from a mail or a QR code finds the person signed in, while no other site's page can post. */
export const cookieOptions = ({ publicUrl }: Pick<Settings, "publicUrl">): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: publicUrl?.startsWith("https:") ?? false,
  maxAge: SESSION_DAYS * 24 * 60 * 60,
});
