import type { Bar, Result } from "./report.js";

const WIDTH = 720;
const ROW = 22;
const LEFT = 250;
const RIGHT = 110;

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const barOf = ({ label, value, unit, isOurs }: Bar, y: number, most: number): string => {
  const length = Math.max(1, ((WIDTH - LEFT - RIGHT) * value) / most);
  const told = `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en-GB")} ${unit}`;
  return `<text x="${LEFT - 8}" y="${y + 15}" text-anchor="end">${escape(label)}</text>
<rect x="${LEFT}" y="${y + 3}" width="${length.toFixed(1)}" height="${ROW - 7}" fill="${isOurs ? "#0b6b57" : "#a8adb4"}"/>
<text x="${(LEFT + length + 6).toFixed(1)}" y="${y + 15}">${told}</text>`;
};

const groupOf = ({ title, bars = [] }: Result, top: number): string => {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const rows = bars.map((bar, i) => barOf(bar, top + ROW * (i + 1), most));
  return `<text x="8" y="${top + 15}" font-weight="bold">${escape(title)}</text>\n${rows.join("\n")}`;
};

/** One group of bars for each result that has any. */
export const plotOf = (results: readonly Result[]): string => {
  let top = 8;
  const groups: string[] = [];
  for (const result of results) {
    if (!result.bars?.length) continue;
    groups.push(groupOf(result, top));
    top += ROW * (result.bars.length + 1) + 12;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" font-family="sans-serif" font-size="13" role="img" aria-label="Benchmarks; the figures are in the tables">
<rect width="${WIDTH}" height="${top}" fill="#fff"/>
${groups.join("\n")}
</svg>
`;
};
