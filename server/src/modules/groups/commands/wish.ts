import { limits } from "@ordskifte/schema";
import { notFound } from "../../../kernel/errors.js";
import { isUuid, newId } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { InputRejected } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Participant, standingIn } from "../../gatherings/index.js";
import { GroupWish, WishKind } from "../group-wish.entity.js";
import { mayWishForGroups } from "../group.policy.js";
import type { GroupsWritten } from "./make-groups.js";

export interface AddWish {
  readonly clientMutationId: string;
  readonly gatheringId: string;
  readonly kind: WishKind;
  readonly participantIds: readonly string[];
}

export interface RemoveWish {
  readonly clientMutationId: string;
  readonly gatheringId: string;
  readonly wishId: string;
}

const wrongNumber = ({ kind, participantIds }: AddWish): InputRejected | null => {
  const different = new Set(participantIds).size;
  const isEnough =
    kind === WishKind.ONE_IN_EACH ? different > 0 : different === 2 && participantIds.length === 2;
  if (!isEnough) return new InputRejected("participantIds", InputProblem.OUT_OF_RANGE);
  return different > limits.seatMoves
    ? new InputRejected("participantIds", InputProblem.TOO_MANY, limits.seatMoves)
    : null;
};

const areKnown = async (tx: Tx, { gatheringId, participantIds }: AddWish): Promise<boolean> => {
  if (!participantIds.every(isUuid)) return false;
  const found = await tx.getMany(Participant, [...new Set(participantIds)]);
  const known = found.filter((one) => one.gatheringId === gatheringId && !one.removedAt);
  return known.length === new Set(participantIds).size;
};

const add = async (tx: Tx, actor: Actor, input: AddWish): Promise<Outcome<GroupsWritten, InputRejected>> => {
  const { gatheringId, kind } = input;
  demand(mayWishForGroups, await standingIn(tx, actor, gatheringId), undefined);
  const wrong = wrongNumber(input);
  if (wrong) return refused(wrong);
  if (!(await areKnown(tx, input))) return refused(new InputRejected("participantIds", InputProblem.UNKNOWN));
  const before = await tx.find(GroupWish, { gatheringId });
  if (before.length >= limits.groupWishes)
    return refused(new InputRejected("kind", InputProblem.TOO_MANY, limits.groupWishes));
  const people = [...new Set(input.participantIds)];
  tx.insert(GroupWish, { id: newId(), gatheringId, kind, people, reason: null, createdAt: tx.now });
  return done({ gatheringId });
};

const remove = async (tx: Tx, actor: Actor, input: RemoveWish): Promise<Outcome<GroupsWritten, never>> => {
  const { gatheringId, wishId } = input;
  demand(mayWishForGroups, await standingIn(tx, actor, gatheringId), undefined);
  const wish = isUuid(wishId) ? await tx.get(GroupWish, wishId) : null;
  if (wish?.gatheringId !== gatheringId) throw notFound();
  tx.remove(GroupWish, wish);
  return done({ gatheringId });
};

/** A wish for the groups across units; it is tried when groups are made next. */
export const addWish = (
  commit: Commit,
  actor: Actor,
  input: AddWish,
): Promise<Committed<GroupsWritten, InputRejected>> =>
  commit({
    streams: [input.gatheringId],
    command: "groups.addWish",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => add(tx, actor, input),
  });

export const removeWish = (
  commit: Commit,
  actor: Actor,
  input: RemoveWish,
): Promise<Committed<GroupsWritten, never>> =>
  commit({
    streams: [input.gatheringId],
    command: "groups.removeWish",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => remove(tx, actor, input),
  });
