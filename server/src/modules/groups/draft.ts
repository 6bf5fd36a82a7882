import { limits, within } from "@ordskifte/schema";
import type { Queryable } from "../../database/pool.js";
import { Arena } from "../gatherings/index.js";
import { earlierCompany } from "./company.js";
import { makeGroupsBetweenOthers } from "./making/make-groups.js";
import type { Groups } from "./making/plan.js";

export interface Wanted {
  readonly gatheringId: string;
  readonly arena: Arena;
  /** People in a group across units; the other arenas do not ask for it. */
  readonly size: number;
}

interface Present {
  readonly participantId: string;
  /** Of the person, by whom those who met before are known. */
  readonly id: string;
  readonly unit: string;
  readonly kind: string;
  readonly people: number;
}

const PRESENT = `
  SELECT p.id AS "participantId", p.person_id AS id, p.unit_id AS unit, u.kind, p.people
  FROM participant p JOIN unit u ON u.id = p.unit_id
  WHERE p.gathering_id = $1 AND p.removed_at IS NULL`;

/**
 * Groups across units for those who are here now, made before any lock is held: ids of participants, by group. Always
 * the same for the same people and the same past. None for the other arenas, or for a size that will be refused.
 */
export const draftAcross = async (db: Queryable, { gatheringId, arena, size }: Wanted): Promise<Groups> => {
  if (arena !== Arena.CROSS || !within(limits.groupSize, size)) return [];
  const { rows } = await db.query<Present>(PRESENT, [gatheringId]);
  const history = await earlierCompany(db, gatheringId);
  const { groups } = await makeGroupsBetweenOthers(rows, { groupSize: size, seed: gatheringId, history });
  const participants = new Map(rows.map(({ id, participantId }) => [id, participantId]));
  return groups.map((ids) => ids.flatMap((id) => participants.get(id) ?? []));
};
