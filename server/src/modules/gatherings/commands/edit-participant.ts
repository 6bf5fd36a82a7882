import { limits, within } from "@ordskifte/schema";
import { isUuid } from "../../../kernel/ids.js";
import { notFound } from "../../../kernel/errors.js";
import { InputRejected, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { requiredText } from "../../../kernel/texts.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import type { AttendanceHook } from "../../context.js";
import { Unit } from "../../networks/index.js";
import type { Gathering } from "../gathering.entity.js";
import { mayEditParticipant } from "../gathering.policy.js";
import { Participant } from "../participant.entity.js";
import { attend, type Look } from "./attend.js";
import { leaderVerb, notEdited, ofGathering, type Led } from "./leading.js";

export interface EditParticipant {
  readonly clientMutationId: string;
  readonly participantId: string;
  readonly name: string;
  readonly unitId: string;
  readonly people: number;
}

type Refusal = GatheringNotOpen | InputRejected;

const lookOf = async (
  tx: Tx,
  { networkId }: Readonly<Gathering>,
  input: EditParticipant,
): Promise<Look | InputRejected> => {
  const name = requiredText("name", input.name, limits.participantName);
  if (name instanceof InputRejected) return name;
  if (!within(limits.peopleAtDevice, input.people))
    return new InputRejected("people", InputProblem.OUT_OF_RANGE, limits.peopleAtDevice.max);
  const unit = isUuid(input.unitId) ? await tx.get(Unit, input.unitId) : null;
  if (unit?.networkId !== networkId) return new InputRejected("unitId", InputProblem.UNKNOWN);
  return { name, unitId: unit.id, people: input.people };
};

const verb = (hooks: readonly AttendanceHook[]) =>
  leaderVerb<EditParticipant, Refusal>({
    command: "participant.edit",
    rule: mayEditParticipant,
    wholeScope: true,
    act: async (tx, gathering, input): Promise<Outcome<Led, Refusal>> => {
      const found = isUuid(input.participantId) ? await tx.get(Participant, input.participantId) : null;
      const before = ofGathering(gathering, found);
      if (before.removedAt) throw notFound();
      const look = notEdited(gathering) ?? (await lookOf(tx, gathering, input));
      if (!("unitId" in look)) return refused(look);
      await attend(tx, hooks, gathering, { personId: before.personId, before, look });
      return done({ gatheringId: gathering.id, itemId: null });
    },
  });

/** Helps somebody at the door: another name, unit, or number at the device. Their cards carry it from then on. */
export const editParticipant = (
  commit: Commit,
  actor: Actor,
  {
    gatheringId,
    attendance,
  }: { readonly gatheringId: string; readonly attendance: readonly AttendanceHook[] },
  input: EditParticipant,
): Promise<Committed<Led, Refusal>> => verb(attendance)(commit, actor, gatheringId, input);
