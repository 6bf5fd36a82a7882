import { limits } from "@ordskifte/schema";
import type { Actor } from "../../../identity/actor.js";
import { Person } from "../../../identity/person.entity.js";
import { isUuid, newId } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { InputRejected } from "../../../kernel/refusals.js";
import { requiredText } from "../../../kernel/texts.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Membership, type NetworkRole } from "../membership.entity.js";
import { mayAddMember } from "../network.policy.js";
import { standingInNetwork } from "../standing.js";
import { Unit } from "../unit.entity.js";

export interface AddMember {
  readonly clientMutationId: string;
  readonly networkId: string;
  readonly name: string;
  readonly unitId?: string | null;
  readonly role: NetworkRole;
}

export interface MemberAdded {
  readonly membershipId: string;
}

const unitOf = async (tx: Tx, { networkId, unitId }: AddMember): Promise<string | null | InputRejected> => {
  if (!unitId) return null;
  const unit = isUuid(unitId) ? await tx.get(Unit, unitId) : null;
  return unit?.networkId === networkId ? unit.id : new InputRejected("unitId", InputProblem.UNKNOWN);
};

const add = async (tx: Tx, actor: Actor, input: AddMember): Promise<Outcome<MemberAdded, InputRejected>> => {
  const { networkId, role } = input;
  demand(mayAddMember, await standingInNetwork(tx, actor, networkId), { role });
  const name = requiredText("name", input.name, limits.personName);
  if (name instanceof InputRejected) return refused(name);
  const unitId = await unitOf(tx, input);
  if (unitId instanceof InputRejected) return refused(unitId);
  const person: Person = { id: newId(), name, createdAt: tx.now, erasedAt: null };
  const membership: Membership = {
    id: newId(),
    networkId,
    personId: person.id,
    unitId,
    role,
    createdAt: tx.now,
  };
  tx.insert(Person, person);
  tx.insert(Membership, membership);
  return done({ membershipId: membership.id });
};

/** Takes somebody new into a network. They come in by a sign-in link. */
export const addMember = (
  commit: Commit,
  actor: Actor,
  input: AddMember,
): Promise<Committed<MemberAdded, InputRejected>> =>
  commit({
    streams: [input.networkId],
    command: "member.add",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => add(tx, actor, input),
  });
