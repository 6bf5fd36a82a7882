import { isUuid } from "../../../kernel/ids.js";
import { notFound } from "../../../kernel/errors.js";
import { demand } from "../../../kernel/policy.js";
import type { GatheringNotOpen } from "../../../kernel/refusals.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { maySetProfession } from "../gathering.policy.js";
import { Participant } from "../participant.entity.js";
import type { Profession } from "../profession.js";
import { standingIn } from "../standing.js";
import { notEdited, ofGathering, type Led } from "./leading.js";

export interface SetProfession {
  readonly clientMutationId: string;
  readonly participantId: string;
  readonly profession?: Profession | null;
}

const say = async (
  tx: Tx,
  actor: Actor,
  gatheringId: string,
  { participantId, profession = null }: SetProfession,
): Promise<Outcome<Led, GatheringNotOpen>> => {
  const who = await standingIn(tx, actor, gatheringId);
  const found = isUuid(participantId) ? await tx.get(Participant, participantId) : null;
  const before = ofGathering(who.gathering, found);
  demand(maySetProfession, who, before);
  if (before.removedAt) throw notFound();
  const closed = notEdited(who.gathering);
  if (closed) return refused(closed);
  if (before.profession !== profession) tx.update(Participant, { ...before, profession });
  return done({ gatheringId, itemId: null });
};

/** Says what somebody works as, or takes it back: oneself, or a leader for somebody. Nobody else is shown it. */
export const setProfession = (
  commit: Commit,
  actor: Actor,
  gatheringId: string,
  input: SetProfession,
): Promise<Committed<Led, GatheringNotOpen>> =>
  commit({
    streams: [gatheringId],
    command: "participant.setProfession",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => say(tx, actor, gatheringId, input),
  });
