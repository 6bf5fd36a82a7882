/** Links, **bold**, and lines that begin as those of a list. */
const MARKED = /https?:\/\/|\*\*\S|^\s*(?:[-*]|\d{1,2}[.)])\s+\S/m;

const SIGN = /[[\]()<>*_`~!\\]/g;

/**
 * More than anybody writes who wants bold and lists. The parser's time grows with the square of the signs it must pair, so
 * that one card of nothing else, read on a phone, would stop it for seconds.
 */
const MOST_SIGNS = 200;

/** Whether a text is to be drawn with its links, bold and lists. What has too many signs stands as it was written. */
export const hasMarks = (text: string): boolean =>
  MARKED.test(text) && (text.match(SIGN)?.length ?? 0) <= MOST_SIGNS;
