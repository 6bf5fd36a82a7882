// What the oldest browsers lack: the build lowers grammar and styles to them, and this looks for the methods that it leaves.
import { readdirSync, readFileSync } from "node:fs";
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import { ROOT } from "../workspace/run.mjs";

/** As in client/vite.config.ts, in the words of MDN's data. Why these: docs/adr/oldest-browsers.md. */
const OLDEST = { chrome: 100, firefox: 115, safari_ios: 15.4 };
/** Filled in by client/src/app/older-browsers.ts. */
const FILLED_IN = ["toSorted", "toReversed", "AbortSignal.timeout"];
/** Called on any list or text, so the name alone tells; and what is called by the name of its object. */
const OF_ANY = ["Array", "String"];
const BY_NAME = ["Object", "Promise", "RegExp", "Number", "Math"];
const OF_THE_BROWSER = ["AbortSignal", "URL", "Response", "Request"];

/** The first version of a browser that has it without a flag. */
function since(support) {
  const whole = [support].flat().find((one) => one && !one.flags && !one.partial_implementation);
  const version = whole?.version_added;
  return version ? Number.parseFloat(version.replace("≤", "")) : Infinity;
}

const isTooNew = ({ support }) =>
  Object.entries(OLDEST).some(([browser, version]) => since(support[browser]) > version);

const membersOf = (object) =>
  Object.entries(object)
    .filter(([name, { __compat }]) => /^[a-z]\w+$/i.test(name) && __compat && isTooNew(__compat))
    .map(([name]) => name);

/** Methods as they are written: `.toSorted(`, `Object.groupBy(`. */
function tooNew() {
  const { builtins } = bcd.javascript;
  const fixed = (object, name) => `${object}.${name.replace(/_static$/, "")}`;
  return [
    ...OF_ANY.flatMap((object) => membersOf(builtins[object])),
    ...BY_NAME.flatMap((object) => membersOf(builtins[object]).map((name) => fixed(object, name))),
    ...OF_THE_BROWSER.flatMap((object) =>
      membersOf(bcd.api[object])
        .filter((name) => name.endsWith("_static"))
        .map((name) => fixed(object, name)),
    ),
  ];
}

function* scripts() {
  for (const name of readdirSync(new URL("client/dist/assets/", ROOT)))
    if (name.endsWith(".js")) yield `assets/${name}`;
  yield "sw.js";
}

/** Fails where the built client calls a method that one of the oldest browsers lacks. */
export async function oldestBrowsers() {
  const all = tooNew();
  const names = all.filter((name) => !FILLED_IN.includes(name));
  const called = new RegExp(`\\b(${names.map((name) => name.replace(".", "\\.")).join("|")})\\(`, "g");
  const found = [];
  for (const file of scripts()) {
    const script = readFileSync(new URL(`client/dist/${file}`, ROOT), "utf8");
    for (const [, name] of script.matchAll(called)) found.push(`${file} calls ${name}`);
  }
  // The oldest have it by now, or the data has another form and all would pass.
  for (const name of FILLED_IN)
    if (!all.includes(name)) found.push(`${name} need not be filled in: is that so?`);
  return { code: found.length > 0 ? 1 : 0, output: [...new Set(found)].join("\n") };
}
