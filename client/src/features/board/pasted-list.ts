const BULLET = /^\s*(?:[-*•–·]|\d{1,2}[.)])\s+/;
/** More would be a document, not a list of thoughts. */
const atMost = 30;

/**
 * The points of a pasted list: lines that begin with a bullet or a number, or three lines and more of one sentence each.
 * Empty when it is no list.
 */
export function pointsIn(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length < 2 || lines.length > atMost) return [];
  const areBullets = lines.every((line) => BULLET.test(line));
  const areShort = lines.length >= 3 && lines.every((line) => line.length <= 200);
  return areBullets || areShort ? lines.map((line) => line.replace(BULLET, "").trim()) : [];
}
