import { isAbsolute } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, SettingError } from "./env.js";

describe("settings", () => {
  it("has a default for everything", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      port: 4000,
      databaseUrl: null,
      redisUrl: null,
      publicUrl: null,
      allowedOrigins: [],
    });
    expect(isAbsolute(settings.dataDir)).toBe(true);
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it("takes an empty variable as one that is not set", () => {
    expect(readSettings({ PORT: " ", DATABASE_URL: "" })).toMatchObject({ port: 4000, databaseUrl: null });
  });

  it("is careful in production", () => {
    expect(readSettings({ NODE_ENV: "production" })).toMatchObject({ introspection: false, freeForm: false });
    expect(readSettings({})).toMatchObject({ introspection: true, freeForm: true });
  });

  it("gives a balancer time only where there may be one", () => {
    expect(readSettings({}).noticeMs).toBe(0);
    expect(readSettings({ DATABASE_URL: "postgres://db/x" }).noticeMs).toBe(1_500);
    expect(readSettings({ DATABASE_URL: "postgres://db/x", STOP_NOTICE_MS: "0" }).noticeMs).toBe(0);
  });

  it("reads addresses", () => {
    const settings = readSettings({
      PUBLIC_URL: "https://ordskifte.example/",
      ALLOWED_ORIGINS: "https://a.example/x, http://b.example:81",
    });
    expect(settings.publicUrl).toBe("https://ordskifte.example");
    expect(settings.allowedOrigins).toEqual(["https://a.example", "http://b.example:81"]);
  });

  it.each([
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "4000.5"],
    ["PORT", "http"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["REDIS_URL", "localhost:6379"],
    ["PUBLIC_URL", "ordskifte.example"],
    ["ALLOWED_ORIGINS", "https://a.example,b"],
    ["LOG_LEVEL", "loud"],
    ["INTROSPECTION", "perhaps"],
    ["FREE_FORM_OPERATIONS", "now and then"],
    ["TRUST_PROXY", "yes please"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
    ["STOP_NOTICE_MS", "soon"],
    ["STOP_SPREAD_MS", "60001"],
    ["WRITES_A_MINUTE", "-1"],
  ])("refuses %s=%s in one line that names it and does not repeat it", (name, value) => {
    const read = (): unknown => readSettings({ [name]: value });
    expect(read).toThrow(SettingError);
    expect(read).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`));
  });
});
