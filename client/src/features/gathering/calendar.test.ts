import { createEvents } from "ics";
import { describe, expect, it, test } from "vitest";
import { foldedAnew } from "./folding.js";
import { type Dated, eventsOf, togetherIn } from "./calendar.js";

const item = (title: string, minutes: number, atHome = false) => ({ title, minutes, atHome });
const gathering = (changes: Partial<Dated> = {}): Dated => ({
  id: "0190a000-0000-7000-8000-000000000001",
  title: "Vårsamling; leselyst, lek",
  networkName: "Ytre Kyst",
  startsAt: "2027-04-08T09:00:00+02:00",
  place: "Kulturhuset",
  programme: [item("Velkommen", 15), item("Utveksling", 90)],
  ...changes,
});

const sentFile = (dated: Dated): string => {
  const { value, error } = createEvents(eventsOf(dated, "https://eksempel.no/g/1"));
  if (error) throw error;
  return foldedAnew(value ?? "");
};
const unfolded = (file: string): string => file.replace(/\r\n /g, "");
const fileOf = (dated: Dated): string => unfolded(sentFile(dated));

describe("the calendar file", () => {
  it("says what, when, where and how long, whatever stands in the title", () => {
    const file = fileOf(gathering());
    expect(file).toContain("UID:0190a000-0000-7000-8000-000000000001@ordskifte\r\n");
    expect(file).toContain("SUMMARY:Vårsamling\\; leselyst\\, lek\r\n");
    expect(file).toContain("DTSTART:20270408T070000Z\r\n");
    expect(file).toContain("DURATION:PT105M\r\n");
    expect(file).toContain("LOCATION:Kulturhuset\r\n");
    expect(file).toContain("URL:https://eksempel.no/g/1\r\n");
    expect(file).toContain("Ytre Kyst\\nVelkommen\\nUtveksling\\nhttps://eksempel.no/g/1");
  });

  it("names no place that nobody has chosen", () => {
    expect(fileOf(gathering({ place: null }))).not.toContain("LOCATION");
  });

  it("is an hour long where there is no programme yet", () => {
    expect(fileOf(gathering({ programme: [] }))).toContain("DURATION:PT60M\r\n");
  });

  it("has an entry for each day", () => {
    const second = { ...item("Velkommen tilbake", 30), startsAt: "2027-04-09T09:30:00+02:00" };
    const file = fileOf(gathering({ programme: [item("Utveksling", 90), second, item("Ideer", 60)] }));
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    for (const line of ["DTSTART:20270408T070000Z", "DURATION:PT90M", "DTSTART:20270409T073000Z"])
      expect(file).toContain(`${line}\r\n`);
  });
});

describe("the file keeps to RFC 5545", () => {
  const long = "Vårsamling 🎉 om «lesing, skriving; og lek» på Øvre Ål ".repeat(6).trim();
  const place = "Kulturhuset \\ rom «Blåbær»\nandre etasje";
  const dated = gathering({ title: long, place, programme: [item(long, 90), item("Ideer", 30)] });
  const sent = sentFile(dated);
  const lines = fileOf(dated).split("\r\n");

  it("has lines of at most 75 octets that end in CRLF, and no character is cut in two", () => {
    expect(sent.endsWith("\r\n")).toBe(true);
    expect(sent.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of sent.split("\r\n")) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(new TextDecoder().decode(new TextEncoder().encode(line))).toBe(line);
    }
    expect(sent.length).toBeGreaterThan(lines.join("\r\n").length);
  });

  it("is one calendar of whole entries, each with what an entry must have, once", () => {
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
    const names = lines.slice(0, -1).map((line) => /^([A-Z-]+)[:;]/.exec(line)?.[1]);
    expect(names).not.toContain(undefined);
    for (const once of ["VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY"])
      expect(names.filter((name) => name === once)).toHaveLength(1);
    expect(names).not.toContain("DTEND");
    expect(names.indexOf("VERSION")).toBeLessThan(names.indexOf("BEGIN", 1));
  });

  it("gives every text back as it was written", () => {
    const textOf = (name: string) =>
      lines
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
    expect(textOf("SUMMARY")).toBe(long);
    expect(textOf("LOCATION")).toBe(place);
    expect(textOf("DESCRIPTION")).toBe(["Ytre Kyst", long, "Ideer", "https://eksempel.no/g/1"].join("\n"));
  });
});

test("what is done at home is not what everybody is there for", () => {
  const programme = [item("Forarbeid", 45, true), item("Velkommen", 15), item("Etterarbeid", 45, true)];
  expect(togetherIn(programme).map(({ title }) => title)).toEqual(["Velkommen"]);
  expect(togetherIn([])).toEqual([]);
});
