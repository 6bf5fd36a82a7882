import type { Queryable } from "../../database/pool.js";
import { Arena } from "../gatherings/index.js";

const EARLIER_GROUPS = `
  SELECT array_agg(p.person_id ORDER BY p.person_id) AS people
  FROM gathering here
    JOIN gathering earlier ON earlier.network_id = here.network_id AND earlier.id <> here.id
      AND earlier.starts_at < here.starts_at
    JOIN work_group g ON g.gathering_id = earlier.id AND g.arena = $2
    JOIN seat s ON s.group_id = g.id
    JOIN participant p ON p.id = s.participant_id AND p.removed_at IS NULL
  WHERE here.id = $1
  GROUP BY g.id HAVING count(*) > 1`;

/** Who sat together in groups across units at earlier gatherings of the network: ids of persons, by group. */
export const earlierCompany = async (db: Queryable, gatheringId: string): Promise<string[][]> => {
  const { rows } = await db.query<{ people: string[] }>(EARLIER_GROUPS, [gatheringId, Arena.CROSS]);
  return rows.map(({ people }) => people);
};
