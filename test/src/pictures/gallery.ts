import { readdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ALL, FOLDER, type Size } from "./camera.js";

/** What each screen is, in the order in which a day meets them. */
const SCREENS = {
  door: "The door: one field for the code, and the way a card takes",
  join: "Coming in: a name and a unit",
  gathering: "My gathering: what is on, the clock, my group, and one thing to do",
  board: "The group's board: examples with their challenges and answers",
  writing: "Writing: a practice example, with what one wants to be challenged on",
  vote: "Voting with dots",
  lead: "The leader's console: programme, clock, tiles, projector, people",
  plan: "Planning the programme",
  preparation: "Who has prepared at home",
  groups: "Who sits where",
  preflight: "Trying the hall's net",
  network: "The network: gatherings, units, people",
  meetings: "Who has met whom",
  revisit: "Afterwards: everything that was written",
  trail: "The trail of a card",
  "hall-welcome": "The hall: the way in",
  "hall-programme": "The hall: the programme",
  "hall-instruction": "The hall: what to do now",
  "hall-tiles": "The hall: the groups' tiles filling",
  "hall-spotlight": "The hall: one example with its challenges",
  "hall-ideas": "The hall: the ideas",
  "hall-vote": "The hall: how many have voted",
  "hall-reveal": "The hall: the vote revealed",
  "hall-takeaways": "The hall: what each unit takes home",
  "hall-closing": "The hall: thanks, and what comes next",
} as const;

const WIDTHS: Record<Size, number> = { phone: 180, laptop: 380, projector: 380 };

const pictureOf = (name: string, size: Size): string =>
  `<img src="pictures/${name}-${size}.jpg" alt="${size}" width="${WIDTHS[size]}">`;

const sectionOf = ([name, what]: [string, string]): string =>
  `## ${what}\n\n${ALL.map((size) => pictureOf(name, size)).join("\n")}\n`;

const BEFORE = `# All screens

A phone, a laptop and a projector, taken from the running demo by \`npm run pictures\`. Some are there in the dark scheme, too
(\`pictures/*-dark.jpg\`).
`;

/** Writes `docs/SCREENS.md`; throws where a picture is missing. */
export async function writeGallery(): Promise<void> {
  const there = new Set(await readdir(FOLDER));
  const names = Object.keys(SCREENS).flatMap((name) => ALL.map((size) => `${name}-${size}.jpg`));
  const missing = names.filter((name) => !there.has(name));
  if (missing.length > 0) throw new Error(`No picture was taken: ${missing.join(", ")}`);
  const text = [BEFORE, ...Object.entries(SCREENS).map(sectionOf)].join("\n");
  await writeFile(resolve(FOLDER, "../SCREENS.md"), text);
}
