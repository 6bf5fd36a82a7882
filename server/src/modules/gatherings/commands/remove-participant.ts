import { isUuid } from "../../../kernel/ids.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { AttendanceHook } from "../../context.js";
import { done } from "../../../live/vocabulary.js";
import { mayRemoveParticipant } from "../gathering.policy.js";
import { Participant } from "../participant.entity.js";
import { dismiss } from "./attend.js";
import { leaderVerb, ofGathering, type Led } from "./leading.js";

export interface RemoveParticipant {
  readonly clientMutationId: string;
  readonly participantId: string;
}

const verb = (hooks: readonly AttendanceHook[]) =>
  leaderVerb<RemoveParticipant, never>({
    command: "participant.remove",
    rule: mayRemoveParticipant,
    wholeScope: true,
    act: async (tx, gathering, { participantId }) => {
      const found = isUuid(participantId) ? await tx.get(Participant, participantId) : null;
      await dismiss(tx, hooks, gathering, ofGathering(gathering, found));
      return done({ gatheringId: gathering.id, itemId: null });
    },
  });

/**
 * Takes somebody out of the gathering: they hear and see nothing more of it, on any of its boards. What they have
 * written stays. Removing somebody who is out already is harmless.
 */
export const removeParticipant = (
  commit: Commit,
  actor: Actor,
  {
    gatheringId,
    attendance,
  }: { readonly gatheringId: string; readonly attendance: readonly AttendanceHook[] },
  input: RemoveParticipant,
): Promise<Committed<Led, never>> => verb(attendance)(commit, actor, gatheringId, input);
