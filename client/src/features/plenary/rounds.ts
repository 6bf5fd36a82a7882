import type { GatheringView } from "../../live/index.js";

export type Round = GatheringView["voteRounds"][number];

/** The round that the projector was turned to; else the newest that the picture is about. */
export function roundShown({ voteRounds, projection }: GatheringView, isRevealed: boolean): Round | null {
  const chosen = voteRounds.find(({ id }) => id === projection.roundId);
  return chosen ?? voteRounds.findLast(({ state }) => (state === "REVEALED") === isRevealed) ?? null;
}

/** One idea in the result, with how far its bar reaches (0 to 1). */
export interface Bar {
  readonly ideaId: string;
  readonly body: string;
  readonly place: number;
  readonly dots: number;
  readonly voters: number;
  readonly share: number;
  /** More than one idea has this place. */
  readonly tied: boolean;
}

/** The ideas that got dots, first place first, and at most `most` of them; a tie is never cut in two. */
export function barsOf({ results, candidates }: Pick<Round, "results" | "candidates">, most = 8): Bar[] {
  const given = (results ?? []).filter(({ dots }) => dots > 0);
  const bodies = new Map(candidates.map(({ ideaId, body }) => [ideaId, body]));
  const top = Math.max(1, ...given.map(({ dots }) => dots));
  const last = given[most]?.place;
  const shown = given.filter(({ place }, index) => index < most && (place !== last || place === 1));
  return (shown.length > 0 ? shown : given).map((result) => ({
    ...result,
    body: bodies.get(result.ideaId) ?? "",
    share: result.dots / top,
    tied: given.filter(({ place }) => place === result.place).length > 1,
  }));
}
