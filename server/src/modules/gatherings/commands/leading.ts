import { notFound } from "../../../kernel/errors.js";
import { GatheringNotOpen } from "../../../kernel/refusals.js";
import { demand, type Rule } from "../../../kernel/policy.js";
import { GatheringState } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import type { Outcome } from "../../../live/vocabulary.js";
import type { Gathering } from "../gathering.entity.js";
import { standingIn, type Standing } from "../standing.js";

/** What a leader's command came to: the gathering, and the programme item it was about. */
export interface Led {
  readonly gatheringId: string;
  readonly itemId: string | null;
}

export interface LeaderInput {
  readonly clientMutationId: string;
}

interface Verb<Input, Refusal> {
  readonly command: string;
  readonly rule: Rule<Standing, void>;
  /** Locks the boards too, so that no card is written at the same moment. */
  readonly wholeScope?: boolean;
  act(tx: Tx, gathering: Readonly<Gathering>, input: Input): Promise<Outcome<Led, Refusal>>;
}

/** The gathering, for somebody to whom the rule gives it. */
export const ledBy = async (
  tx: Tx,
  actor: Actor,
  gatheringId: string,
  rule: Rule<Standing, void>,
): Promise<Readonly<Gathering>> => {
  const standing = await standingIn(tx, actor, gatheringId);
  demand(rule, standing, undefined);
  return standing.gathering;
};

/** What the verbs of a leader share: the gathering's lock, the rule, and the receipt. */
export const leaderVerb =
  <Input extends LeaderInput, Refusal>({ command, rule, wholeScope = false, act }: Verb<Input, Refusal>) =>
  (commit: Commit, actor: Actor, gatheringId: string, input: Input): Promise<Committed<Led, Refusal>> =>
    commit({
      streams: [gatheringId],
      wholeScope,
      command,
      receipt: { personId: actor.personId, id: input.clientMutationId },
      input,
      work: async (tx) => act(tx, await ledBy(tx, actor, gatheringId, rule), input),
    });

/** Why the gathering cannot be led now, or null. */
export const notLed = ({ state }: Readonly<Gathering>): GatheringNotOpen | null =>
  state === GatheringState.DRAFT || state === GatheringState.ARCHIVED ? new GatheringNotOpen(state) : null;

/** Why the gathering and its programme cannot be changed any more, or null. */
export const notEdited = ({ state }: Readonly<Gathering>): GatheringNotOpen | null =>
  state === GatheringState.ARCHIVED ? new GatheringNotOpen(state) : null;

/** Throws NOT_FOUND for a thing that is not there, or not of this gathering. */
export const ofGathering = <T extends { gatheringId: string }>(
  gathering: Readonly<Gathering>,
  thing: Readonly<T> | null,
): Readonly<T> => {
  if (thing?.gatheringId !== gathering.id) throw notFound();
  return thing;
};
