import { limits, within } from "@ordskifte/schema";
import { InputRejected } from "../../../kernel/refusals.js";
import { optionalText, requiredText } from "../../../kernel/texts.js";
import { InputProblem } from "../../../kernel/words.js";
import {
  VotePer,
  type PhaseMinutes,
  type ProgrammeItem,
  type VoteSettings,
} from "../programme-item.entity.js";

/** What may be said of an item besides what it is and who is in it. */
type ItemSettings = Pick<ProgrammeItem, "atHome" | "dueAt" | "startsAt" | "critique" | "phases" | "vote">;

/** What a leader says of a programme item. */
export type ItemFields = Pick<
  ProgrammeItem,
  "title" | "kind" | "arena" | "minutes" | "instruction" | "writing" | "naming" | "invites"
> &
  ItemSettings;

/** What stands where nothing else is said: together, straight after the item before it, and open to challenges. */
export const usualSettings: ItemSettings = {
  atHome: false,
  dueAt: null,
  startsAt: null,
  critique: true,
  phases: null,
  vote: null,
};

/** As it comes in: what is left out is as usual. */
export type GivenItemFields = Omit<ItemFields, keyof ItemSettings> & {
  readonly [setting in keyof ItemSettings]?: ItemSettings[setting] | undefined;
};

const isDivided = (minutes: number, { individual, group, plenary }: PhaseMinutes): boolean =>
  [individual, group, plenary].every((part) => Number.isInteger(part) && part >= 0) &&
  individual + group + plenary === minutes;

const wrongVote = ({ budget, maxPerIdea }: VoteSettings): InputRejected | null => {
  if (!within(limits.budget, budget))
    return new InputRejected("item.vote.budget", InputProblem.OUT_OF_RANGE, limits.budget.max);
  const max = Math.min(budget, limits.maxPerIdea.max);
  return within({ min: limits.maxPerIdea.min, max }, maxPerIdea)
    ? null
    : new InputRejected("item.vote.maxPerIdea", InputProblem.OUT_OF_RANGE, max);
};

/** A day for what is done at home, a time for what is done together, and neither for the other. */
const wrongTime = ({ atHome, dueAt, startsAt }: ItemSettings): InputRejected | null => {
  if (dueAt && !atHome) return new InputRejected("item.dueAt", InputProblem.NOT_ALLOWED);
  return startsAt && atHome ? new InputRejected("item.startsAt", InputProblem.NOT_ALLOWED) : null;
};

const asPhases = ({ individual, group, plenary }: PhaseMinutes): PhaseMinutes => ({
  individual,
  group,
  plenary,
});
const asVote = ({ budget, maxPerIdea, per }: VoteSettings): VoteSettings => ({ budget, maxPerIdea, per });

const readSettings = (given: GivenItemFields): ItemSettings | InputRejected => {
  const settings: ItemSettings = {
    atHome: given.atHome ?? usualSettings.atHome,
    dueAt: given.dueAt ?? null,
    startsAt: given.startsAt ?? null,
    critique: given.critique ?? usualSettings.critique,
    phases: given.phases ? asPhases(given.phases) : null,
    vote: given.vote ? asVote(given.vote) : null,
  };
  const { phases, vote } = settings;
  if (phases && !isDivided(given.minutes, phases))
    return new InputRejected("item.phases", InputProblem.OUT_OF_RANGE, given.minutes);
  return wrongTime(settings) ?? (vote && wrongVote(vote)) ?? settings;
};

/** The checked fields, or the refusal of the first that is wrong. */
export const readItemFields = (given: GivenItemFields): ItemFields | InputRejected => {
  const title = requiredText("item.title", given.title, limits.itemTitle);
  if (title instanceof InputRejected) return title;
  const instruction = optionalText("item.instruction", given.instruction, limits.instruction);
  if (instruction instanceof InputRejected) return instruction;
  if (!within(limits.minutes, given.minutes))
    return new InputRejected("item.minutes", InputProblem.OUT_OF_RANGE);
  const settings = readSettings(given);
  if (settings instanceof InputRejected) return settings;
  const { kind, arena, minutes, writing, naming } = given;
  const invites = [...new Set(given.invites)];
  return {
    title,
    kind,
    arena,
    minutes,
    instruction: instruction ?? "",
    writing,
    naming,
    invites,
    ...settings,
  };
};

/** What a vote is where a leader has not said otherwise. */
export const usualVote: VoteSettings = { budget: 3, maxPerIdea: 2, per: VotePer.PERSON };
