import { createHash, randomBytes } from "node:crypto";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits as 43 characters that are safe in addresses and cookies. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Whether a text from outside can be a token at all; asked before the database is. */
export const looksLikeToken = (text: string): boolean => TOKEN.test(text);

/** What is stored. A plain SHA-256 is enough, for the token is as random as a key. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
