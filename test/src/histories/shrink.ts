/** Leaves out whatever the failure does without, in ever smaller pieces, for at most so many tries. */
export const shrink = async <T>(
  all: readonly T[],
  fails: (some: readonly T[]) => Promise<boolean>,
  mostTries: number,
): Promise<readonly T[]> => {
  let [kept, piece, tries] = [all, Math.ceil(all.length / 2), 0];
  while (piece >= 1 && tries < mostTries) {
    let leftOut = false;
    for (let from = 0; from < kept.length && tries < mostTries;) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + piece)];
      tries += 1;
      if (fewer.length > 0 && (await fails(fewer))) [kept, leftOut] = [fewer, true];
      else from += piece;
    }
    if (!leftOut || piece > 1) piece = Math.floor(piece / 2);
  }
  return kept;
};
