import type { Queryable } from "../../database/pool.js";
import { LinkKind } from "../boards/index.js";

/** Two ideas that may say the same, and how alike they are, from 0 to 1. */
export interface PairFact {
  readonly ideaId: string;
  readonly otherId: string;
  readonly likeness: number;
}

export interface Likeness {
  /** Whether letters were compared too; without pg_trgm only words are. */
  readonly byLetters: boolean;
  readonly pairs: readonly PairFact[];
}

/** Below this two ideas have little more than the subject in common. */
const ALIKE = 0.3;
const MOST_PAIRS = 30;

const hasTrigrams = async (db: Queryable): Promise<boolean> => {
  const { rows } = await db.query<{ there: boolean }>(
    "SELECT to_regprocedure('similarity(text,text)') IS NOT NULL AS there",
    [],
  );
  return rows[0]?.there ?? false;
};

/**
 * The share of stems that two ideas have in common, and how alike their letters are: stems find the same words in other
 * forms, letters find misspellings, compounds and the other written language.
 */
const pairsBy = (likeness: string): string => `
  WITH idea AS (
    SELECT i.id, lower(c.content ->> 'body') AS body,
      tsvector_to_array(to_tsvector('norwegian', c.content ->> 'body')) AS stems
    FROM plenary_idea i JOIN contribution c ON c.id = i.id
    WHERE i.gathering_id = $1 AND NOT c.silent AND c.withdrawn_at IS NULL AND c.hidden_reason IS NULL
      AND NOT EXISTS (SELECT 1 FROM contribution_link l WHERE l.from_id = c.id AND l.kind = '${LinkKind.MERGED_INTO}')
  ), pair AS (
    SELECT a.id AS "ideaId", b.id AS "otherId", a.body AS one, b.body AS other,
      (SELECT count(*) FROM unnest(a.stems) s WHERE s = ANY(b.stems))::float
        / greatest(1, least(cardinality(a.stems), cardinality(b.stems))) AS shared
    FROM idea a JOIN idea b ON a.id < b.id
  )
  SELECT "ideaId", "otherId", round((${likeness})::numeric, 3)::float AS likeness
  FROM pair WHERE ${likeness} >= ${ALIKE} ORDER BY likeness DESC, "ideaId", "otherId" LIMIT ${MOST_PAIRS}`;

/** Ideas in the plenary that may say the same, the most alike first. */
export const readSimilarIdeas = async (db: Queryable, gatheringId: string): Promise<Likeness> => {
  const byLetters = await hasTrigrams(db);
  const likeness = byLetters ? "(shared + similarity(one, other)) / 2" : "shared";
  const { rows } = await db.query<PairFact>(pairsBy(likeness), [gatheringId]);
  return { byLetters, pairs: rows };
};
