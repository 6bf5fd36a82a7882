import type { Queryable } from "../../database/pool.js";
import { Arena } from "../gatherings/index.js";

/** Everybody who ever sat in a group across units, with the round in which they did. */
export const SITTINGS = `
  SELECT s.group_id, g.round, s.participant_id, g.gathering_id, true AS is_now
  FROM seat s JOIN work_group g ON g.id = s.group_id WHERE g.arena = '${Arena.CROSS}'
  UNION ALL
  SELECT f.group_id, f.round, f.participant_id, f.gathering_id, false
  FROM former_seat f WHERE f.met AND f.arena = '${Arena.CROSS}'`;

const COMPANIES = `
  SELECT array_agg(DISTINCT p.person_id) AS people
  FROM gathering here
    JOIN gathering other ON other.network_id = here.network_id
      AND (other.id = here.id OR other.starts_at < here.starts_at)
    JOIN (${SITTINGS}) sat ON sat.gathering_id = other.id AND (other.id <> here.id OR NOT sat.is_now OR $2)
    JOIN participant p ON p.id = sat.participant_id AND p.removed_at IS NULL
  WHERE here.id = $1
  GROUP BY sat.group_id, sat.round HAVING count(DISTINCT p.person_id) > 1
  ORDER BY sat.group_id, sat.round`;

/**
 * Who sat together in groups across units before: at earlier gatherings of the network, in earlier rounds of this one,
 * and, where `withPresent`, as they sit now. Ids of persons, by group and round.
 */
export const companyBefore = async (
  db: Queryable,
  gatheringId: string,
  withPresent: boolean,
): Promise<string[][]> => {
  const { rows } = await db.query<{ people: string[] }>(COMPANIES, [gatheringId, withPresent]);
  return rows.map(({ people }) => people.toSorted());
};
