import type { Queryable } from "../../database/pool.js";
import { SITTINGS } from "./company.js";
import { type GatheringTables, type UnitsMet, unitsMet } from "./unit-meetings.js";

/** Where a gathering stands, and since when. */
interface Standing {
  readonly id: string;
  readonly startsAt: Date;
  /** Its stream's epoch and head: they move with everything that is counted here. */
  readonly mark: string;
}

interface Remembered {
  readonly mark: string;
  readonly tables: GatheringTables["tables"];
}

/**
 * What this node has read of gatherings, until something is written in them. Years of gatherings stand still, and to go
 * through all their seats takes Postgres longer than anybody waits for a picture.
 */
const remembered = new WeakMap<Queryable, Map<string, Remembered>>();

/** A network of 300 gatherings with 20 tables each takes about a megabyte and a half. */
const MOST = 3_000;

const memoryOf = (db: Queryable): Map<string, Remembered> => {
  const memory = remembered.get(db) ?? new Map<string, Remembered>();
  remembered.set(db, memory);
  return memory;
};

const readStandings = async (db: Queryable, networkId: string): Promise<Standing[]> => {
  const { rows } = await db.query<Standing>(
    `SELECT g.id, g.starts_at AS "startsAt", s.epoch || '.' || s.head AS mark
     FROM gathering g JOIN stream s ON s.id = g.id WHERE g.network_id = $1 ORDER BY g.id`,
    [networkId],
  );
  return rows;
};

interface Table {
  readonly gatheringId: string;
  readonly units: string;
}

const readTables = async (db: Queryable, ids: readonly string[]): Promise<Map<string, string[][]>> => {
  const { rows } = await db.query<Table>(
    `SELECT sat.gathering_id AS "gatheringId", string_agg(p.unit_id::text, ' ') AS units
     FROM (${SITTINGS}) sat JOIN participant p ON p.id = sat.participant_id AND p.removed_at IS NULL
     WHERE sat.gathering_id = ANY($1::uuid[]) GROUP BY sat.gathering_id, sat.group_id, sat.round`,
    [ids],
  );
  const tables = new Map<string, string[][]>(ids.map((id) => [id, []]));
  /** One text for each unit, however many tables it has sat at. */
  const units = new Map<string, string>();
  const once = (unit: string): string => units.get(unit) ?? (units.set(unit, unit), unit);
  for (const { gatheringId, units: there } of rows)
    tables.get(gatheringId)?.push([...new Set(there.split(" "))].map(once));
  return tables;
};

/** The tables of each gathering: remembered where nothing has been written since, and else read, and remembered then. */
const tablesOf = async (
  db: Queryable,
  standings: readonly Standing[],
): Promise<ReadonlyMap<string, GatheringTables["tables"]>> => {
  const memory = memoryOf(db);
  const [still, moved] = [new Map<string, GatheringTables["tables"]>(), new Map<string, string>()];
  for (const { id, mark } of standings) {
    const known = memory.get(id);
    if (known?.mark === mark) still.set(id, known.tables);
    else moved.set(id, mark);
  }
  const read = moved.size > 0 ? await readTables(db, [...moved.keys()]) : new Map<string, string[][]>();
  for (const [id, tables] of read) {
    still.set(id, tables);
    // What was read last goes last. It may be newer than its mark: then it is read once more.
    memory.delete(id);
    memory.set(id, { mark: moved.get(id) ?? "", tables });
  }
  for (const id of [...memory.keys()].slice(0, Math.max(0, memory.size - MOST))) memory.delete(id);
  return still;
};

/** Which units of a network have sat together in groups across units, over the years. */
export const readMeetings = async (db: Queryable, networkId: string): Promise<UnitsMet[]> => {
  const standings = await readStandings(db, networkId);
  const tables = await tablesOf(db, standings);
  return unitsMet(standings.map(({ id, startsAt }) => ({ startsAt, tables: tables.get(id) ?? [] })));
};
