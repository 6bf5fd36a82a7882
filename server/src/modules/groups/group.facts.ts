import type { Queryable } from "../../database/pool.js";
import type { Arena, Participant } from "../gatherings/index.js";
import type { Unit } from "../networks/index.js";

type Member = Pick<Participant, "id" | "name" | "people"> & { readonly unit: Unit };

/** A group with everybody who sits in it, read in one question. */
export interface GroupFact {
  readonly id: string;
  readonly arena: Arena;
  readonly number: number;
  readonly name: string;
  readonly boardId: string;
  readonly members: readonly Member[];
}

const FACTS = `
  SELECT g.id, g.arena, g.number, g.name, g.board_id AS "boardId",
    coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'people', p.people, 'unit',
        json_build_object('id', u.id, 'name', u.name, 'municipality', u.municipality, 'kind', u.kind)) ORDER BY s.seated_at, p.id)
      FROM seat s JOIN participant p ON p.id = s.participant_id JOIN unit u ON u.id = p.unit_id
      WHERE s.group_id = g.id AND p.removed_at IS NULL), '[]') AS members
  FROM work_group g`;

/** Groups by id; those that do not exist are left out. */
export const loadGroups = async (db: Queryable, ids: readonly string[]): Promise<Map<string, GroupFact>> => {
  const { rows } = await db.query<GroupFact>(`${FACTS} WHERE g.id = ANY($1::uuid[])`, [ids]);
  return new Map(rows.map((group) => [group.id, group]));
};

/** All groups of a gathering, by arena and number. */
export const readGroups = async (db: Queryable, gatheringId: string): Promise<GroupFact[]> => {
  const { rows } = await db.query<GroupFact>(
    `${FACTS} WHERE g.gathering_id = $1 ORDER BY g.arena, g.number`,
    [gatheringId],
  );
  return rows;
};
