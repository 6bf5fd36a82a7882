/** Octets in a line at the most, by RFC 5545. */
const LONGEST = 75;
const encoder = new TextEncoder();

/**
 * A calendar file whose long lines are folded anew, by octets and never within a character. The maker folds by letters of
 * English, and some calendars read an "ø" or a sign that it has cut in two as two wrong ones.
 */
export function foldedAnew(file: string): string {
  const lines = file.replace(/\r\n[\t ]/g, "").split("\r\n");
  return lines.map(folded).join("\r\n");
}

function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (octets + more > LONGEST) {
      text += "\r\n ";
      // The blank belongs to the line.
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}
