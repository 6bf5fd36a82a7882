import type { Queryable } from "../../database/pool.js";
import { allOf } from "../../database/together.js";
import type { Language } from "../../kernel/words.js";
import { LinkKind } from "../boards/index.js";

/** An idea in the plenary, as everybody may see it. */
export interface PlenaryIdeaFact {
  readonly id: string;
  readonly body: string;
  readonly language: Language | null;
  readonly boardId: string;
  readonly boardTitle: string;
  readonly unitName: string | null;
  readonly mergedIntoId: string | null;
  readonly sentAt: Date;
}

/** Only what everybody may read is in the plenary: what is hidden or withdrawn after it was sent is not there. */
const FACTS = `
  SELECT i.id, c.content ->> 'body' AS body, c.language, i.board_id AS "boardId", b.title AS "boardTitle", i.sent_at AS "sentAt",
    CASE WHEN c.anonymous THEN NULL ELSE u.name END AS "unitName",
    (SELECT l.to_id FROM contribution_link l WHERE l.from_id = c.id AND l.kind = '${LinkKind.MERGED_INTO}') AS "mergedIntoId"
  FROM plenary_idea i JOIN contribution c ON c.id = i.id JOIN board b ON b.id = i.board_id JOIN unit u ON u.id = c.unit_id
  WHERE NOT c.silent AND c.withdrawn_at IS NULL AND c.hidden_reason IS NULL`;

export const loadPlenaryIdeas = async (
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, PlenaryIdeaFact>> => {
  const { rows } = await db.query<PlenaryIdeaFact>(`${FACTS} AND i.id = ANY($1::uuid[])`, [ids]);
  return new Map(rows.map((idea) => [idea.id, idea]));
};

/** All of a gathering's, the first that was sent first. */
export const readPlenaryIdeas = allOf(async (db, gatheringId): Promise<PlenaryIdeaFact[]> => {
  const { rows } = await db.query<PlenaryIdeaFact>(
    `${FACTS} AND i.gathering_id = $1 ORDER BY i.sent_at, i.id`,
    [gatheringId],
  );
  return rows;
});
