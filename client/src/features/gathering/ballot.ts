export interface Choice {
  ideaId: string;
  dots: number;
}

/** The whole ballot with one idea's dots changed; ideas without dots are not on it. */
export function withDots(choices: readonly Choice[], ideaId: string, dots: number): Choice[] {
  const others = choices.filter((choice) => choice.ideaId !== ideaId);
  return dots > 0 ? [...others, { ideaId, dots }] : others;
}

export function dotsOn(choices: readonly Choice[], ideaId: string): number {
  return choices.find((choice) => choice.ideaId === ideaId)?.dots ?? 0;
}

export function dotsLeft(choices: readonly Choice[], budget: number): number {
  return budget - choices.reduce((sum, { dots }) => sum + dots, 0);
}

/** The dots of several ballots, as one. */
export function together(ballots: readonly { readonly choices: readonly Choice[] }[]): Choice[] {
  const dots = new Map<string, number>();
  for (const { choices } of ballots)
    for (const choice of choices) dots.set(choice.ideaId, (dots.get(choice.ideaId) ?? 0) + choice.dots);
  return [...dots].map(([ideaId, count]) => ({ ideaId, dots: count }));
}

/** Places that more than one idea has: shared, and said so. */
export function sharedPlaces(results: readonly { place: number }[]): ReadonlySet<number> {
  const places = results.map(({ place }) => place);
  return new Set(places.filter((place, index) => places.indexOf(place) !== index));
}
