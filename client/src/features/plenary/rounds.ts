import type { GatheringView } from "../../live/index.js";

export type Round = GatheringView["voteRounds"][number];

/** The round that the projector was turned to; else the newest that the picture is about. */
export function roundShown({ voteRounds, projection }: GatheringView, isRevealed: boolean): Round | null {
  const chosen = voteRounds.find(({ id }) => id === projection.roundId);
  return chosen ?? voteRounds.findLast(({ state }) => (state === "REVEALED") === isRevealed) ?? null;
}

type Candidate = Round["candidates"][number];

/** One idea in the result, with how far its bar reaches (0 to 1). */
export interface Bar {
  readonly ideaId: string;
  readonly body: string;
  readonly language: Candidate["language"];
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
  const ideas = new Map(candidates.map((idea) => [idea.ideaId, idea]));
  const top = Math.max(1, ...given.map(({ dots }) => dots));
  const last = given[most]?.place;
  const shown = given.filter(({ place }, index) => index < most && (place !== last || place === 1));
  return (shown.length > 0 ? shown : given).map((result) => ({
    ...result,
    body: ideas.get(result.ideaId)?.body ?? "",
    language: ideas.get(result.ideaId)?.language ?? null,
    share: result.dots / top,
    tied: given.filter(({ place }) => place === result.place).length > 1,
  }));
}
