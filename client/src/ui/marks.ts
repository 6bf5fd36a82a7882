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

const BOLD = /\*\*(\S(?:[^]*?\S)?)\*\*/g;
const EMPHASIS = /(^|[^\w*])([*_])(\S(?:[^*_]*\S)?)\2(?![\w*])/g;
const LINK = /\[([^\]]*)\]\(https?:[^)\s]*\)/g;
const POINT = /^[ \t]*[-*]\s+(?=\S)/gm;

/** The words alone, where there is no room for bold, links and lists, or where they are read aloud: without their signs. */
export const withoutMarks = (text: string): string =>
  hasMarks(text)
    ? text.replace(POINT, "").replace(LINK, "$1").replace(BOLD, "$1").replace(EMPHASIS, "$1$3")
    : text;

/** Enough of the words to tell one card from another. */
export function inShort(text: string): string {
  const words = withoutMarks(text);
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()} …` : words;
}
