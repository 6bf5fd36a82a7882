interface Idea {
  readonly id: string;
  readonly body: string;
  readonly mergedIntoId: string | null;
}

interface Pair {
  readonly ideaId: string;
  readonly otherId: string;
}

export const keyOf = (one: string, other: string): string => [one, other].toSorted().join(" ");

/** Pairs of ideas that both still stand, without those that somebody has said are different. */
export function pairsToShow<I extends Idea>(
  pairs: readonly Pair[],
  ideas: readonly I[],
  different: ReadonlySet<string>,
): { one: I; other: I }[] {
  const standing = new Map(
    ideas.filter(({ mergedIntoId }) => mergedIntoId === null).map((idea) => [idea.id, idea]),
  );
  return pairs.flatMap(({ ideaId, otherId }) => {
    const [one, other] = [standing.get(ideaId), standing.get(otherId)];
    return one && other && !different.has(keyOf(ideaId, otherId)) ? [{ one, other }] : [];
  });
}

/** Ideas that stand for themselves, each with those that live on in it. */
export function familiesOf<I extends Idea>(ideas: readonly I[]): { head: I; merged: I[] }[] {
  const known = new Set(ideas.map(({ id }) => id));
  const isHead = ({ mergedIntoId }: I) => mergedIntoId === null || !known.has(mergedIntoId);
  return ideas
    .filter(isHead)
    .map((head) => ({ head, merged: ideas.filter(({ mergedIntoId }) => mergedIntoId === head.id) }));
}
