/** Length of a join code. */
export const CODE_LENGTH = 6;

/**
 * What somebody typed, pasted or scanned, as a code: letters and digits only, in capitals. A pasted address
 * `…/j/ABC234` gives its code.
 */
export function asCode(typed: string): string {
  const fromAddress = /\/j\/([A-Za-z0-9]+)/.exec(typed)?.[1];
  return (fromAddress ?? typed)
    .replace(/[^A-Za-z0-9]/g, "")
    .toUpperCase()
    .slice(0, CODE_LENGTH);
}

/** The token in a sign-in link `…/inn/TOKEN`, or null when it is not one. */
export function tokenOf(link: string): string | null {
  return /\/inn\/([A-Za-z0-9_-]+)\s*$/.exec(link.trim())?.[1] ?? null;
}
