import type { Lookup } from "../../database/lookup.js";
import type { Actor } from "../../identity/actor.js";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import type { Seeing } from "../../kernel/policy.js";
import type { Viewer } from "../../live/presenter.js";
import { Membership, NetworkRole } from "../networks/index.js";
import { Gathering } from "./gathering.entity.js";
import { Participant } from "./participant.entity.js";

/** How somebody stands to a gathering. */
export interface Standing extends Seeing {
  readonly actor: Actor;
  readonly gathering: Readonly<Gathering>;
  /** Null for those who have not joined or were removed. */
  readonly participant: Readonly<Participant> | null;
  readonly role: NetworkRole | null;
  readonly mayLead: boolean;
}

const leads = (role: NetworkRole | null): boolean =>
  role === NetworkRole.OWNER || role === NetworkRole.LEADER;

/** Throws NOT_FOUND for a gathering that is not there; whether it may be seen is for the rules to say. */
export const standingIn = async (lookup: Lookup, actor: Actor, gatheringId: string): Promise<Standing> => {
  const gathering = isUuid(gatheringId) ? await lookup.get(Gathering, gatheringId) : null;
  if (!gathering) throw notFound();
  const { personId } = actor;
  const [[joined], [membership]] = await Promise.all([
    lookup.find(Participant, { gatheringId: gathering.id, personId }),
    lookup.find(Membership, { networkId: gathering.networkId, personId }),
  ]);
  const participant = joined && !joined.removedAt ? joined : null;
  const role = membership?.role ?? null;
  return {
    actor,
    gathering,
    participant,
    role,
    mayLead: leads(role),
    maySee: participant !== null || role !== null,
  };
};

/** The same, for those who may see it; NOT_FOUND for everybody else. */
export const seenBy = async (lookup: Lookup, actor: Actor, gatheringId: string): Promise<Standing> => {
  const standing = await standingIn(lookup, actor, gatheringId);
  if (!standing.maySee) throw notFound();
  return standing;
};

export const viewerOf = (standing: Standing, parts: readonly string[] = []): Viewer => ({
  personId: standing.actor.personId,
  participantId: standing.participant?.id ?? null,
  mayLead: standing.mayLead,
  parts,
});
