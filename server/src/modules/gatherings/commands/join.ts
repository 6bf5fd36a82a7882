import { limits, within } from "@ordskifte/schema";
import { Person } from "../../../identity/person.entity.js";
import { notFound } from "../../../kernel/errors.js";
import { isUuid, newId } from "../../../kernel/ids.js";
import { CodeUnknown, GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { requiredText } from "../../../kernel/texts.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Commit, Committed } from "../../../live/commit.js";
import { NOBODY } from "../../../live/receipts.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import type { AttendanceHook } from "../../context.js";
import { insertUnit, readNewUnit, Unit, type NewUnit } from "../../networks/index.js";
import { hasOpenDoor } from "../gathering.facts.js";
import { Gathering } from "../gathering.entity.js";
import { readJoinCode } from "../join-code.js";
import { Participant } from "../participant.entity.js";
import type { Profession } from "../profession.js";
import { attend, type Look } from "./attend.js";
import { demandAllTold } from "./units-told.js";

export interface Join {
  readonly clientMutationId: string;
  readonly code: string;
  readonly name: string;
  readonly unitId?: string | null;
  readonly newUnit?: NewUnit | null;
  readonly people: number;
  /** What they work as; what was said before stays where nothing is. */
  readonly profession?: Profession | null;
}

export type JoinRefusal = CodeUnknown | GatheringNotOpen | InputRejected;

export interface JoinedAs {
  readonly gatheringId: string;
  readonly personId: string;
  readonly participantId: string;
}

/** Where somebody comes in, and as whom; `personId` is null for somebody new. */
export interface Entrance {
  readonly gatheringId: string;
  readonly personId: string | null;
  /** All streams that are to hear of it, besides the gathering's own. */
  readonly alsoTold: readonly string[];
  readonly attendance: readonly AttendanceHook[];
}

const isLetIn = (state: GatheringState, before: Readonly<Participant> | null): boolean =>
  hasOpenDoor(state) || (state === GatheringState.FOLLOW_UP && before?.removedAt === null);

/** What can be wrong with the unit, before it is asked whether it exists. */
const wrongUnit = ({ unitId, newUnit }: Join): InputRejected | null => {
  if (!unitId && !newUnit) return new InputRejected("unitId", InputProblem.EMPTY);
  return unitId && newUnit ? new InputRejected("newUnit", InputProblem.NOT_ALLOWED) : null;
};

const addedUnit = async (
  tx: Tx,
  networkId: string,
  given: NewUnit,
): Promise<Readonly<Unit> | InputRejected> => {
  const unit = readNewUnit("newUnit", given);
  if (unit instanceof InputRejected) return unit;
  await demandAllTold(tx, networkId);
  return insertUnit(tx, networkId, unit);
};

const unitOf = async (tx: Tx, networkId: string, input: Join): Promise<Readonly<Unit> | InputRejected> => {
  const wrong = wrongUnit(input);
  if (wrong) return wrong;
  if (input.newUnit) return addedUnit(tx, networkId, input.newUnit);
  const unit = isUuid(input.unitId ?? "") ? await tx.get(Unit, input.unitId ?? "") : null;
  return unit?.networkId === networkId ? unit : new InputRejected("unitId", InputProblem.UNKNOWN);
};

const lookOf = async (tx: Tx, networkId: string, input: Join): Promise<Look | InputRejected> => {
  const name = requiredText("name", input.name, limits.participantName);
  if (name instanceof InputRejected) return name;
  if (!within(limits.peopleAtDevice, input.people))
    return new InputRejected("people", InputProblem.OUT_OF_RANGE);
  const unit = await unitOf(tx, networkId, input);
  if (unit instanceof InputRejected) return unit;
  const { people, profession } = input;
  return { name, unitId: unit.id, people, ...(profession ? { profession } : {}) };
};

const participantBefore = async (
  tx: Tx,
  { gatheringId, personId }: Entrance,
): Promise<Readonly<Participant> | null> => {
  if (!personId) return null;
  const [before] = await tx.find(Participant, { gatheringId, personId });
  return before ?? null;
};

const newGuest = (tx: Tx, name: string): string => {
  const guest: Person = { id: newId(), name, createdAt: tx.now, erasedAt: null };
  tx.insert(Person, guest);
  return guest.id;
};

const enter = async (tx: Tx, entrance: Entrance, input: Join): Promise<Outcome<JoinedAs, JoinRefusal>> => {
  const gathering = await tx.get(Gathering, entrance.gatheringId);
  if (!gathering) throw notFound();
  if (gathering.joinCode !== readJoinCode(input.code)) return refused(new CodeUnknown());
  const before = await participantBefore(tx, entrance);
  if (!isLetIn(gathering.state, before)) return refused(new GatheringNotOpen(gathering.state));
  const look = await lookOf(tx, gathering.networkId, input);
  if (look instanceof InputRejected) return refused(look);
  const personId = entrance.personId ?? newGuest(tx, look.name);
  const participantId = await attend(tx, entrance.attendance, gathering, { personId, before, look });
  return done({ gatheringId: gathering.id, personId, participantId });
};

/**
 * Lets somebody in: a new guest, or somebody known as themselves. Whoever is in already is there under the new name,
 * unit and number of people. A repeat answers the same person again.
 */
export const join = (
  commit: Commit,
  entrance: Entrance,
  input: Join,
): Promise<Committed<JoinedAs, JoinRefusal>> =>
  commit({
    streams: [...new Set([entrance.gatheringId, ...entrance.alsoTold])],
    command: "participant.join",
    isCalm: true,
    receipt: { personId: entrance.personId ?? NOBODY, id: input.clientMutationId },
    input,
    work: (tx) => enter(tx, entrance, input),
  });
