import type { GatheringView } from "../../live/index.js";
import { limits, type VotePer, within } from "@ordskifte/schema";

/** A vote as the form holds it; numbers are still what was typed. */
export interface RoundDraft {
  readonly title: string;
  readonly budget: string;
  readonly most: string;
  readonly per: VotePer;
}

/** The name under which the device keeps it: each part of the programme may have its own plan for a vote. */
export const roundDraftOf = ({ id, currentItemId }: Pick<GatheringView, "id" | "currentItemId">): string =>
  `round.${id}.${currentItemId ?? ""}`;

type Planned =
  | { readonly budget: number; readonly maxPerIdea: number; readonly per: VotePer }
  | null
  | undefined;

const usual = { budget: 3, maxPerIdea: 2, per: "PERSON" } as const;

/** As it was planned with the programme, else as votes usually are. */
export const draftOf = (title: string, planned: Planned): RoundDraft => {
  const { budget, maxPerIdea, per } = planned ?? usual;
  return { title, budget: String(budget), most: String(maxPerIdea), per };
};

/** Which parts cannot be sent as they are. */
export const wrongsIn = ({ title, budget, most }: RoundDraft) => ({
  title: title.trim() === "",
  budget: !within(limits.budget, Number(budget)),
  most: !within({ min: 1, max: Number(budget) }, Number(most)),
});

export const roundOf = ({ title, budget, most, per }: RoundDraft) => ({
  title: title.trim(),
  budget: Number(budget),
  maxPerIdea: Number(most),
  per,
});
