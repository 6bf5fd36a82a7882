// The first load: how much script a phone must fetch before a participant can type, on each screen of their way.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { ROOT } from "../workspace/run.mjs";

/** Kilobytes of 1,000 bytes, gzipped. */
const LIMIT = 150;
/** What each screen needs before one can type: what the page names, the screen's chunks, and its texts in one language. */
const WAY = [
  { screen: "door", needs: ["src/features/door/door-screen.tsx", "door.nb"] },
  { screen: "join", needs: ["src/features/join/join-screen.tsx", "join.nb"] },
  {
    screen: "gathering",
    needs: ["src/app/live-gate.tsx", "src/features/gathering/gathering-screen.tsx", "gathering.nb"],
  },
  {
    screen: "board",
    needs: ["src/app/live-gate.tsx", "src/features/board/board-screen.tsx", "board.nb", "refusals.nb"],
  },
];
const ALWAYS = ["index.html", "shell.nb", "ui.nb"];

const read = (path) => readFileSync(new URL(`client/dist/${path}`, ROOT));

/** The names of the chunks that come with `start`, and not first when somebody goes on. */
function closure(manifest, start, found = new Set()) {
  const key = keyOf(manifest, start);
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closure(manifest, next, found);
  return found;
}

function keyOf(manifest, wanted) {
  const isText = !wanted.includes("/") && !wanted.startsWith("_") && wanted !== "index.html";
  const key = isText ? Object.keys(manifest).find((name) => name.endsWith(`/${wanted}.ts`)) : wanted;
  if (!key || !manifest[key])
    throw new Error(`The built client has no ${wanted}: does the way still go there?`);
  return key;
}

const weigh = (manifest, keys) =>
  [...keys].reduce((sum, key) => sum + gzipSync(read(manifest[key].file), { level: 9 }).length / 1_000, 0);

/** Says what each screen of the participant's way costs, and fails where one can type too late. */
export async function firstLoad() {
  const manifest = JSON.parse(read(".vite/manifest.json"));
  const fetched = new Set();
  const lines = WAY.map(({ screen, needs }) => {
    const keys = new Set([...ALWAYS, ...needs].flatMap((start) => [...closure(manifest, start)]));
    const size = weigh(manifest, keys);
    const more = weigh(
      manifest,
      [...keys].filter((key) => !fetched.has(key)),
    );
    for (const key of keys) fetched.add(key);
    return { text: say(screen, size, more), over: size > LIMIT };
  });
  return { code: lines.some(({ over }) => over) ? 1 : 0, output: lines.map(({ text }) => text).join("\n") };
}

const say = (screen, size, more) =>
  `${screen.padEnd(10)} ${size.toFixed(1).padStart(6)} kB at once (at most ${LIMIT}), ${more.toFixed(1).padStart(6)} kB on the way`;
