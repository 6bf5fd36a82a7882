import { expect, it } from "vitest";
import { countFilters, isNarrowed, narrowedTo, paramsOf, selectionOf, widened } from "./selection.js";

const address = "view=takeaways&part=p&group=b&unit=u&theme=Lek&kind=CHALLENGE&kind=IDEA&q=lese";

it("reads from the address what it writes there", () => {
  const selection = selectionOf(new URLSearchParams(address));
  expect(paramsOf(selection).toString()).toBe(address);
  expect(countFilters(selection)).toBe(5);
});

it("takes a made-up address for one that asks for nothing", () => {
  const selection = selectionOf(new URLSearchParams("view=moon&kind=RANT&q=%20&unit="));
  expect(paramsOf(selection).toString()).toBe("");
  expect(isNarrowed(selection)).toBe(false);
});

it("keeps the view when everything is shown again, and asks takeaways for no theme", () => {
  const selection = selectionOf(new URLSearchParams(address));
  expect(paramsOf(widened(selection)).toString()).toBe("view=takeaways");
  expect(narrowedTo(selection)).toMatchObject({ theme: null, kinds: ["TAKEAWAY"], unit: "u" });
});
