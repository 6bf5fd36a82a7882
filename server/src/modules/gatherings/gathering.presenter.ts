import type { Queryable } from "../../database/pool.js";
import type { Presenter } from "../../live/presenter.js";
import { loadUnits, type UnitType } from "../networks/index.js";
import {
  GatheringPut,
  ParticipantGone,
  ParticipantPut,
  ProgrammeItemGone,
  ProgrammeItemPut,
  UnitPut,
} from "./gathering-change.type.js";
import { loadGatherings, loadParticipants, type ParticipantFact } from "./gathering.facts.js";
import type { GatheringType } from "./gathering.type.js";
import { presentFact } from "./participant.type.js";
import type { ProgrammeItemType } from "./programme-item.type.js";
import { loadItems } from "./programme.reads.js";

/** What the gathering itself says is heard by everybody, whatever else they follow. */
export const gatheringPresenter: Presenter<GatheringType, GatheringPut> = {
  kind: "gathering",
  load: loadGatherings,
  present: (_id, gathering) => (gathering ? [new GatheringPut(gathering)] : []),
};

export const programmeItemPresenter: Presenter<ProgrammeItemType, ProgrammeItemPut | ProgrammeItemGone> = {
  kind: "programmeItem",
  part: "PROGRAMME",
  load: loadItems,
  present: (id, item) => [item ? new ProgrammeItemPut(item) : new ProgrammeItemGone(id)],
};

const excludes = ({ removedAt, personId }: Pick<ParticipantFact, "removedAt" | "personId">): string | null =>
  removedAt ? personId : null;

export const participantPresenter: Presenter<ParticipantFact, ParticipantPut | ParticipantGone> = {
  kind: "participant",
  part: "PEOPLE",
  load: loadParticipants,
  excludes,
  present: (id, fact, { mayLead }) => {
    if (!mayLead) return [];
    if (!fact || fact.removedAt) return [new ParticipantGone(id)];
    return [new ParticipantPut(presentFact(fact))];
  },
};

export const unitPresenter: Presenter<UnitType, UnitPut> = {
  kind: "unit",
  load: loadUnits,
  present: (_id, unit) => (unit ? [new UnitPut(unit)] : []),
};

type Removal = Pick<ParticipantFact, "id" | "removedAt" | "personId">;

const loadRemovals = async (db: Queryable, ids: readonly string[]): Promise<Map<string, Removal>> => {
  const { rows } = await db.query<Removal>(
    `SELECT id, person_id AS "personId", removed_at AS "removedAt" FROM participant WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((removal) => [removal.id, removal]));
};

/** For the streams of boards, which show no people: whoever is removed from the gathering hears nothing more there either. */
export const participantExclusion: Presenter<Removal, never> = {
  kind: "participant",
  load: loadRemovals,
  excludes,
  present: () => [],
};
