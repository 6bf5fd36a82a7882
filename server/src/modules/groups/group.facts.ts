import type { Queryable } from "../../database/pool.js";
import type { Arena, Participant } from "../gatherings/index.js";
import type { Unit } from "../networks/index.js";

type Member = Pick<Participant, "id" | "personId" | "name" | "people"> & { readonly unit: Unit };

/** A group with those who sit in it. */
export interface GroupFact {
  readonly id: string;
  readonly arena: Arena;
  readonly number: number;
  readonly name: string;
  readonly boardId: string;
  readonly people: number;
  readonly round: number;
  readonly secretaryId: string | null;
  readonly turnOrder: readonly string[];
  /** Persons who had a seat in it before. */
  readonly formerPersonIds: readonly string[];
  readonly members: readonly Member[];
}

const COLUMNS = `g.id, g.arena, g.number, g.name, g.board_id AS "boardId", g.people, g.round,
  g.secretary_id AS "secretaryId", g.turn_order AS "turnOrder",
  coalesce((SELECT json_agg(DISTINCT p.person_id) FROM former_seat f JOIN participant p ON p.id = f.participant_id
    WHERE f.group_id = g.id), '[]') AS "formerPersonIds"`;

/** Over `work_group g`. */
const MEMBERS = `coalesce((SELECT json_agg(json_build_object(
      'id', p.id, 'personId', p.person_id, 'name', p.name, 'people', p.people, 'unit',
      json_build_object('id', u.id, 'name', u.name, 'municipality', u.municipality, 'kind', u.kind)) ORDER BY s.seated_at, p.id)
    FROM seat s JOIN participant p ON p.id = s.participant_id JOIN unit u ON u.id = p.unit_id
    WHERE s.group_id = g.id AND p.removed_at IS NULL), '[]')`;

/** Groups by id; those that do not exist are left out. */
export const loadGroups = async (db: Queryable, ids: readonly string[]): Promise<Map<string, GroupFact>> => {
  const { rows } = await db.query<GroupFact>(
    `SELECT ${COLUMNS}, ${MEMBERS} AS members FROM work_group g WHERE g.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((group) => [group.id, group]));
};

/** All groups of a gathering, by arena and number, with all members. */
export const readGroups = async (db: Queryable, gatheringId: string): Promise<GroupFact[]> => {
  const { rows } = await db.query<GroupFact>(
    `SELECT ${COLUMNS}, ${MEMBERS} AS members FROM work_group g WHERE g.gathering_id = $1 ORDER BY g.arena, g.number`,
    [gatheringId],
  );
  return rows;
};

/** The same with the members of those groups alone in which the participant sits: a hall of a thousand costs no more. */
export const readGroupsOf = async (
  db: Queryable,
  gatheringId: string,
  participantId: string | null,
): Promise<GroupFact[]> => {
  const { rows } = await db.query<GroupFact>(
    `SELECT ${COLUMNS}, CASE WHEN EXISTS (SELECT 1 FROM seat o WHERE o.group_id = g.id AND o.participant_id = $2)
       THEN ${MEMBERS} ELSE '[]' END AS members
     FROM work_group g WHERE g.gathering_id = $1 ORDER BY g.arena, g.number`,
    [gatheringId, participantId],
  );
  return rows;
};
