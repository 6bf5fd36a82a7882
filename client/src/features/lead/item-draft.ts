import { type ItemFields, limits, type VotePer, within } from "@ordskifte/schema";
import type { Item } from "./item.js";
import { instantOf, localTime } from "./local-time.js";

/** How the minutes are divided, as typed; all empty where they are not. */
export interface PhaseDraft {
  readonly individual: string;
  readonly group: string;
  readonly plenary: string;
}

/** How it is to be voted, as typed; null where nothing is said. */
interface VoteDraft {
  readonly budget: string;
  readonly maxPerIdea: string;
  readonly per: VotePer;
}

/** An item as the form holds it; numbers and times are still what was typed. */
export interface ItemDraft extends Pick<
  ItemFields,
  "title" | "kind" | "arena" | "instruction" | "writing" | "naming"
> {
  readonly minutes: string;
  readonly invites: readonly Item["invites"][number][];
  readonly atHome: boolean;
  readonly dueAt: string;
  readonly startsAt: string;
  readonly critique: boolean;
  readonly phases: PhaseDraft;
  readonly vote: VoteDraft | null;
}

const undivided: PhaseDraft = { individual: "", group: "", plenary: "" };
export const usualVote: VoteDraft = { budget: "3", maxPerIdea: "2", per: "PERSON" };

const emptyDraft: ItemDraft = {
  title: "",
  kind: "EXCHANGE",
  arena: "CROSS",
  minutes: "20",
  instruction: "",
  writing: "OPEN",
  naming: "NAMED",
  invites: [],
  atHome: false,
  dueAt: "",
  startsAt: "",
  critique: true,
  phases: undivided,
  vote: null,
};

const phaseDraft = ({ phases }: Item): PhaseDraft =>
  phases
    ? {
        individual: String(phases.individual),
        group: String(phases.group),
        plenary: String(phases.plenary),
      }
    : undivided;

const voteDraft = ({ vote }: Item): VoteDraft | null =>
  vote && { budget: String(vote.budget), maxPerIdea: String(vote.maxPerIdea), per: vote.per };

/** The draft to begin with: an item as it is, or an empty one. */
export function draftOf(item: Item | null): ItemDraft {
  if (!item) return emptyDraft;
  const { title, kind, arena, minutes, instruction, writing, naming, invites, atHome, critique } = item;
  return {
    ...{ title, kind, arena, instruction, writing, naming, invites, atHome, critique },
    minutes: String(minutes),
    dueAt: localTime(item.dueAt),
    startsAt: localTime(item.startsAt),
    phases: phaseDraft(item),
    vote: voteDraft(item),
  };
}

export interface Wrongs {
  readonly title: boolean;
  readonly minutes: boolean;
  /** The parts do not add up to the minutes. */
  readonly phases: boolean;
  readonly vote: boolean;
}

function isDivided({ individual, group, plenary }: PhaseDraft): boolean {
  return [individual, group, plenary].some((part) => part.trim() !== "");
}

/** What the parts come to. */
export function dividedSum({ individual, group, plenary }: PhaseDraft): number {
  return Number(individual) + Number(group) + Number(plenary);
}

const isBadVote = (vote: VoteDraft | null): boolean =>
  vote !== null &&
  !(
    within(limits.budget, Number(vote.budget)) &&
    within({ min: 1, max: Number(vote.budget) }, Number(vote.maxPerIdea))
  );

export function wrongsIn({ title, minutes, phases, vote }: ItemDraft): Wrongs {
  return {
    title: title.trim() === "",
    minutes: !within(limits.minutes, Number(minutes)),
    phases: isDivided(phases) && dividedSum(phases) !== Number(minutes),
    vote: isBadVote(vote),
  };
}

const phasesOf = (phases: PhaseDraft): NonNullable<ItemFields["phases"]> => ({
  individual: Number(phases.individual),
  group: Number(phases.group),
  plenary: Number(phases.plenary),
});

/** The draft with other minutes; parts keep their shares, and what is left over goes to the last of them. */
export function retimed(draft: ItemDraft, minutes: number): ItemDraft {
  const before = dividedSum(draft.phases);
  if (!isDivided(draft.phases) || before === 0) return { ...draft, minutes: String(minutes) };
  const { individual, group } = phasesOf(draft.phases);
  const alone = Math.round((individual * minutes) / before);
  const upToGroup = Math.round(((individual + group) * minutes) / before);
  const parts = { individual: alone, group: upToGroup - alone, plenary: minutes - upToGroup };
  const phases = {
    individual: String(parts.individual),
    group: String(parts.group),
    plenary: String(parts.plenary),
  };
  return { ...draft, minutes: String(minutes), phases };
}

/** What is sent. Only for a draft without wrongs. */
export function fieldsOf(draft: ItemDraft): ItemFields {
  const { kind, arena, instruction, writing, naming, atHome, critique, vote } = draft;
  return {
    ...{ kind, arena, instruction, writing, naming, atHome, critique },
    title: draft.title.trim(),
    minutes: Number(draft.minutes),
    invites: [...draft.invites],
    dueAt: atHome ? instantOf(draft.dueAt) : null,
    startsAt: atHome ? null : instantOf(draft.startsAt),
    phases: isDivided(draft.phases) ? phasesOf(draft.phases) : null,
    vote: vote && { ...vote, budget: Number(vote.budget), maxPerIdea: Number(vote.maxPerIdea) },
  };
}
