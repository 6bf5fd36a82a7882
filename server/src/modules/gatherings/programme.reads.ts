import type { Queryable } from "../../database/pool.js";
import { allOf } from "../../database/together.js";
import { ProgrammeItemType } from "./programme-item.type.js";

const COLUMNS = `id, position, title, kind, arena, minutes, instruction, writing, opened_at AS "openedAt", naming, invites,
  at_home AS "atHome", due_at AS "dueAt", starts_at AS "startsAt", critique, phases, vote`;

const read = async (db: Queryable, where: string, value: unknown): Promise<ProgrammeItemType[]> => {
  const { rows } = await db.query<ProgrammeItemType>(
    `SELECT ${COLUMNS} FROM programme_item WHERE ${where} ORDER BY position`,
    [value],
  );
  return rows.map((row) => Object.assign(new ProgrammeItemType(), row));
};

/** A gathering's items in their order. */
export const readProgramme = allOf((db, gatheringId) => read(db, "gathering_id = $1", gatheringId));

/** Items by id; those that do not exist are left out. */
export const loadItems = async (
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, ProgrammeItemType>> =>
  new Map((await read(db, "id = ANY($1::uuid[])", ids)).map((item) => [item.id, item]));
