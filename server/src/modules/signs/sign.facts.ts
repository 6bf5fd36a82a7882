import type { Queryable } from "../../database/pool.js";
import { allOf, oneOf } from "../../database/together.js";

/** Somebody's sign, with the person who sees their own. */
export interface SignFact {
  readonly participantId: string;
  readonly personId: string;
  readonly moment: number;
  readonly ready: boolean;
  readonly handUpAt: Date | null;
}

const FACTS = `SELECT s.id AS "participantId", p.person_id AS "personId", s.moment, s.ready, s.hand_up_at AS "handUpAt"
  FROM sign s JOIN participant p ON p.id = s.id`;

export const loadSigns = async (db: Queryable, ids: readonly string[]): Promise<Map<string, SignFact>> => {
  const { rows } = await db.query<SignFact>(`${FACTS} WHERE s.id = ANY($1::uuid[])`, [ids]);
  return new Map(rows.map((sign) => [sign.participantId, sign]));
};

/** All signs of the present moment, or those of one person. */
export const readSigns = async (
  db: Queryable,
  gatheringId: string,
  personId: string | null,
): Promise<SignFact[]> => {
  const { rows } = await db.query<SignFact>(
    `${FACTS} JOIN gathering g ON g.id = s.gathering_id AND g.moment = s.moment
     WHERE s.gathering_id = $1 AND ($2::uuid IS NULL OR p.person_id = $2) ORDER BY s.id`,
    [gatheringId, personId],
  );
  return rows;
};

/** How many people are ready and how many hands are up, at the present moment. */
export interface SignCountFact {
  readonly moment: number;
  readonly ready: number;
  readonly hands: number;
}

/** By the gathering's id. */
export const loadSignCounts = async (
  db: Queryable,
  gatheringIds: readonly string[],
): Promise<Map<string, SignCountFact>> => {
  const { rows } = await db.query<SignCountFact & { id: string }>(
    `SELECT g.id, g.moment, coalesce(sum(p.people) FILTER (WHERE s.ready), 0)::int AS ready,
       (count(s.id) FILTER (WHERE s.hand_up_at IS NOT NULL))::int AS hands
     FROM gathering g LEFT JOIN sign s ON s.gathering_id = g.id AND s.moment = g.moment
       LEFT JOIN participant p ON p.id = s.id
     WHERE g.id = ANY($1::uuid[]) GROUP BY g.id`,
    [gatheringIds],
  );
  return new Map(rows.map(({ id, ...count }) => [id, count]));
};

export const loadSignCount = oneOf(loadSignCounts);

/** How many of a group are ready at the present moment. */
export interface GroupReadyFact {
  readonly groupId: string;
  readonly moment: number;
  readonly ready: number;
}

const READY = `SELECT w.id AS "groupId", g.moment, coalesce(sum(p.people) FILTER (WHERE i.ready), 0)::int AS ready
  FROM work_group w JOIN gathering g ON g.id = w.gathering_id
    LEFT JOIN seat s ON s.group_id = w.id LEFT JOIN participant p ON p.id = s.participant_id
    LEFT JOIN sign i ON i.id = p.id AND i.moment = g.moment`;

export const loadGroupReady = async (
  db: Queryable,
  groupIds: readonly string[],
): Promise<Map<string, GroupReadyFact>> => {
  const { rows } = await db.query<GroupReadyFact>(
    `${READY} WHERE w.id = ANY($1::uuid[]) GROUP BY w.id, g.moment`,
    [groupIds],
  );
  return new Map(rows.map((group) => [group.groupId, group]));
};

/** Those groups in which somebody is ready: of the others nothing needs to be told. */
export const readGroupReady = allOf(async (db, gatheringId): Promise<GroupReadyFact[]> => {
  const { rows } = await db.query<GroupReadyFact>(
    `${READY} WHERE w.gathering_id = $1 AND i.ready GROUP BY w.id, g.moment ORDER BY w.id`,
    [gatheringId],
  );
  return rows;
});

export interface TurnFact {
  readonly groupId: string;
  readonly moment: number;
  readonly participantId: string;
}

export const loadTurns = async (
  db: Queryable,
  groupIds: readonly string[],
): Promise<Map<string, TurnFact>> => {
  const { rows } = await db.query<TurnFact>(
    `SELECT id AS "groupId", moment, participant_id AS "participantId" FROM turn WHERE id = ANY($1::uuid[])`,
    [groupIds],
  );
  return new Map(rows.map((turn) => [turn.groupId, turn]));
};

/** The turns of the present moment. */
export const readTurns = allOf(async (db, gatheringId): Promise<TurnFact[]> => {
  const { rows } = await db.query<TurnFact>(
    `SELECT t.id AS "groupId", t.moment, t.participant_id AS "participantId"
     FROM turn t JOIN gathering g ON g.id = t.gathering_id AND g.moment = t.moment
     WHERE t.gathering_id = $1 ORDER BY t.id`,
    [gatheringId],
  );
  return rows;
});
