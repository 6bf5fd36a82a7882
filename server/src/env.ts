import { resolve } from "node:path";
import { LOG_LEVELS, type LogLevel, type Settings } from "./kernel/settings.js";

/** A setting that cannot be used; the message is one line for the person who started the server. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

type Variables = Readonly<Record<string, string | undefined>>;

/** @throws SettingError naming the first variable that cannot be used. */
export function readSettings(variables: Variables = process.env): Settings {
  const read = (name: string): string | null => variables[name]?.trim() || null;
  return Object.freeze({
    port: port(read("PORT") ?? "4000"),
    host: read("HOST") ?? "0.0.0.0",
    dataDir: resolve(read("DATA_DIR") ?? ".data"),
    databaseUrl: url("DATABASE_URL", read("DATABASE_URL"), ["postgres:", "postgresql:"]),
    redisUrl: url("REDIS_URL", read("REDIS_URL"), ["redis:", "rediss:"]),
    publicUrl: url("PUBLIC_URL", read("PUBLIC_URL"), ["http:", "https:"])?.replace(/\/+$/, "") ?? null,
    allowedOrigins: origins(read("ALLOWED_ORIGINS")),
    logLevel: logLevel(read("LOG_LEVEL") ?? "warn"),
    introspection: flag("INTROSPECTION", read("INTROSPECTION"), read("NODE_ENV") !== "production"),
    traceEndpoint: url("OTEL_EXPORTER_OTLP_ENDPOINT", read("OTEL_EXPORTER_OTLP_ENDPOINT"), [
      "http:",
      "https:",
    ]),
    freeForm: flag("FREE_FORM_OPERATIONS", read("FREE_FORM_OPERATIONS"), read("NODE_ENV") !== "production"),
    trustProxy: flag("TRUST_PROXY", read("TRUST_PROXY"), false),
    noticeMs: milliseconds("STOP_NOTICE_MS", read("STOP_NOTICE_MS"), read("DATABASE_URL") ? 1_500 : 0),
    spreadMs: milliseconds("STOP_SPREAD_MS", read("STOP_SPREAD_MS"), 2_000),
    writesAMinute: whole("WRITES_A_MINUTE", read("WRITES_A_MINUTE"), 60),
    demo: flag("DEMO", read("DEMO"), read("DATABASE_URL") === null),
  });
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw new SettingError("PORT must be a whole number from 0 to 65535.");
}

function url(name: string, text: string | null, protocols: readonly string[]): string | null {
  if (text === null) return null;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new SettingError(
    `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}.`,
  );
}

function origins(text: string | null): readonly string[] {
  const listed = (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  return Object.freeze(
    listed.map((origin) => new URL(url("ALLOWED_ORIGINS", origin, ["http:", "https:"]) ?? "").origin),
  );
}

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level) return level;
  throw new SettingError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}.`);
}

/** A minute is the most: whoever stops a process loses patience sooner or later. */
function milliseconds(name: string, text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 60_000) return Number(text);
  throw new SettingError(`${name} must be a whole number of milliseconds from 0 to 60000.`);
}

function whole(name: string, text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new SettingError(`${name} must be a whole number from 0 to 999999.`);
}

function flag(name: string, text: string | null, otherwise: boolean): boolean {
  if (text === null) return otherwise;
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw new SettingError(`${name} must be true or false.`);
}
