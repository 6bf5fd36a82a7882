import { createEvent } from "ics";
import { describe, expect, it } from "vitest";
import { type Dated, eventOf, togetherIn } from "./calendar.js";

const item = (kind: string, minutes: number, title = kind) => ({ kind, minutes, title });
const gathering = (changes: Partial<Dated> = {}): Dated => ({
  id: "0190a000-0000-7000-8000-000000000001",
  title: "Vårsamling; leselyst, lek",
  networkName: "Ytre Kyst",
  startsAt: "2027-04-08T09:00:00+02:00",
  place: "Kulturhuset",
  programme: [item("WELCOME", 15, "Velkommen"), item("EXCHANGE", 90, "Utveksling")],
  ...changes,
});

const fileOf = (dated: Dated): string => {
  const { value, error } = createEvent(eventOf(dated, "https://eksempel.no/g/1"));
  if (error) throw error;
  return (value ?? "").replace(/\r\n\t/g, "");
};

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

  it.each([
    ["covers the first day of several", [item("WELCOME", 20), item("EXCHANGE", 580)], "PT480M"],
    ["is an hour long where there is no programme yet", [], "PT60M"],
  ])("%s", (_, programme, duration) => {
    expect(fileOf(gathering({ programme }))).toContain(`DURATION:${duration}\r\n`);
  });
});

describe("what everybody is there for", () => {
  const kinds = (...programme: string[]) =>
    togetherIn(programme.map((kind) => item(kind, 10))).map(({ kind }) => kind);

  it("leaves out what the units do at home", () => {
    expect(kinds("OWN_PRACTICE", "WELCOME", "EXCHANGE", "NEW_PLANS")).toEqual(["WELCOME", "EXCHANGE"]);
  });

  it("keeps own practice and new plans that stand within the day", () => {
    const day = ["WELCOME", "OWN_PRACTICE", "EXCHANGE", "NEW_PLANS", "CLOSING"];
    expect(kinds(...day)).toEqual(day);
  });

  it("is nothing in a programme of nothing else", () => {
    expect(kinds()).toEqual([]);
    expect(kinds("OWN_PRACTICE", "NEW_PLANS")).toEqual([]);
  });
});
