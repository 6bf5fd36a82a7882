// Do the docs speak of what is there? Every numbered rule is quoted by a test, every quoted rule has its words, every
// link leads somewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../workspace/run.mjs";

const RULES = "docs/LIVE.md";
const SOURCES = ["schema/src", "server/src", "client/src", "test/src"];
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

/** The paths of the files below a folder whose names fit. */
const filesIn = (folder, fits) =>
  readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll("\\", "/")}`)
    .filter((path) => fits.test(path));

export async function docs() {
  const problems = [...wrongRules(), ...wrongProofs(), ...wrongLinks()];
  return { code: problems.length === 0 ? 0 : 1, output: problems.join("\n") };
}

function wrongRules() {
  const stated = matches(read(RULES), /^- \*\*([A-Z]+\d+)\*\*/gm);
  const families = [...new Set(stated.map((rule) => rule.replace(/\d+$/, "")))].join("|");
  const sources = SOURCES.flatMap((folder) => filesIn(folder, /\.tsx?$/)).map((path) => ({
    path,
    quoted: matches(read(path), new RegExp(`\\b((?:${families})\\d+)\\b`, "g")),
  }));
  const tested = new Set(sources.flatMap(({ path, quoted }) => (isTest(path) ? quoted : [])));
  return [
    ...(stated.length === 0 ? [`${RULES} states no rules.`] : []),
    ...stated.filter((rule) => !tested.has(rule)).map((rule) => `${rule} is quoted by no test.`),
    ...sources.flatMap(({ path, quoted }) =>
      quoted
        .filter((rule) => !stated.includes(rule))
        .map((rule) => `${path} quotes ${rule}, which ${RULES} lacks.`),
    ),
  ];
}

/** What stands in the last column of the design's table are tests. */
function wrongProofs() {
  const tests = SOURCES.flatMap((folder) => filesIn(folder, /\.test\.tsx?$/));
  const rows = read(RULES)
    .split("\n")
    .filter((line) => /^\| \d+ /.test(line));
  const named = rows.flatMap((row) => matches(row.split("|").at(-2), /`([\w/-]+)`/g));
  return named
    .filter((name) => !tests.some((path) => path.includes(`/${name}`)))
    .map((name) => `${RULES} names the test ${name}, which is not there.`);
}

function wrongLinks() {
  const pages = ["README.md", ...filesIn("docs", /\.md$/)];
  return pages.flatMap((page) =>
    matches(read(page), /\]\(([^)\s]+)\)/g)
      .map((link) => link.split("#")[0])
      .filter((link) => link !== "" && !/^https?:/.test(link))
      .filter((link) => !existsSync(new URL(join(dirname(page), link), ROOT)))
      .map((link) => `${page} links to ${link}, which is not there.`),
  );
}

const isTest = (path) => /\.(test|contract)\.tsx?$/.test(path);
const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);
