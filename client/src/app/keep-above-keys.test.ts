// @vitest-environment jsdom
import { expect, it } from "vitest";
import { keepAboveKeys } from "./keep-above-keys.js";

it("says how much of the page the keys cover, and nothing while it is magnified or they are away", () => {
  const seen = Object.assign(new EventTarget(), { height: window.innerHeight, offsetTop: 0, scale: 1 });
  keepAboveKeys(seen as unknown as VisualViewport);
  const after = (change: Partial<typeof seen>): string => {
    Object.assign(seen, change);
    seen.dispatchEvent(new Event("resize"));
    return document.documentElement.style.getPropertyValue("--os-keys");
  };
  expect(after({ height: window.innerHeight - 300 })).toBe("300px");
  expect(after({ offsetTop: 40 })).toBe("260px");
  expect(after({ scale: 2 })).toBe("");
  expect(after({ scale: 1 })).toBe("260px");
  expect(after({ height: window.innerHeight - 60, offsetTop: 0 })).toBe("");
});
