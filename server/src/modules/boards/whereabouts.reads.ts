import type { Queryable } from "../../database/pool.js";
import type { Presence } from "../../live/presence.js";
import { Whereabouts } from "./board.type.js";

interface Somebody {
  readonly participantId: string;
  readonly personId: string;
  readonly boardIds: readonly string[];
}

/** Everybody who takes part, with the boards where they may write. */
const readSomebodies = async (db: Queryable, gatheringId: string): Promise<Somebody[]> => {
  const { rows } = await db.query<Somebody>(
    `SELECT p.id AS "participantId", p.person_id AS "personId",
       coalesce((SELECT array_agg(g.board_id) FROM seat s JOIN work_group g ON g.id = s.group_id
         WHERE s.participant_id = p.id), '{}') AS "boardIds"
     FROM participant p WHERE p.gathering_id = $1 AND p.removed_at IS NULL ORDER BY p.id`,
    [gatheringId],
  );
  return rows;
};

type Whose = Pick<Presence, "among">;

/** Who is connected and who writes, right now; asked by whoever leads, and kept nowhere. */
export const readWhereabouts = async (
  db: Queryable,
  gatheringId: string,
  presence: Whose,
): Promise<Whereabouts[]> => {
  const people = await readSomebodies(db, gatheringId);
  const ids = people.map(({ personId }) => personId);
  const boards = [...new Set(people.flatMap(({ boardIds }) => boardIds))];
  const connected = presence.among(gatheringId, ids).present;
  const writing = new Set(boards.flatMap((boardId) => [...presence.among(boardId, ids).writing]));
  return people.map(({ participantId, personId }) =>
    Object.assign(new Whereabouts(), {
      participantId,
      connected: connected.has(personId),
      writing: writing.has(personId),
    }),
  );
};
