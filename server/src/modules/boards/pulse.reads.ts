import type { Queryable } from "../../database/pool.js";
import { ContributionKind } from "../../kernel/words.js";
import { BoardPulse } from "./board.type.js";

interface PulseRow {
  boardId: string;
  cards: { kind: ContributionKind; count: number }[];
  unanswered: number;
  lastWriteAt: Date | null;
  frozen: boolean;
  ready: number;
  hands: number;
  people: number;
}

/** Counts of what everybody may see; of silent writing only that something was written, and when. */
const PULSE = `
  SELECT b.id AS "boardId",
    coalesce((SELECT json_agg(json_build_object('kind', k.kind, 'count', k.count)) FROM (
      SELECT c.kind, count(*)::int AS count FROM contribution c
      WHERE c.board_id = b.id AND NOT c.silent AND c.withdrawn_at IS NULL AND c.hidden_reason IS NULL GROUP BY c.kind ORDER BY c.kind
    ) k), '[]') AS cards,
    (SELECT count(*)::int FROM contribution c WHERE c.board_id = b.id AND c.kind = '${ContributionKind.CHALLENGE}'
      AND NOT c.silent AND c.withdrawn_at IS NULL AND c.hidden_reason IS NULL AND NOT EXISTS (
        SELECT 1 FROM contribution_link l JOIN contribution a ON a.id = l.from_id
        WHERE l.to_id = c.id AND l.kind = 'answers' AND a.withdrawn_at IS NULL)) AS unanswered,
    (SELECT max(greatest(c.created_at, c.edited_at)) FROM contribution c WHERE c.board_id = b.id) AS "lastWriteAt",
    b.frozen_at IS NOT NULL AS frozen, coalesce(t.ready, 0) AS ready, coalesce(t.hands, 0) AS hands, coalesce(t.people, 0) AS people
  FROM board b LEFT JOIN LATERAL (
    SELECT sum(p.people)::int AS people, (sum(p.people) FILTER (WHERE i.ready))::int AS ready,
      (count(i.id) FILTER (WHERE i.hand_up_at IS NOT NULL))::int AS hands
    FROM seat s JOIN participant p ON p.id = s.participant_id AND p.removed_at IS NULL
      JOIN gathering g ON g.id = s.gathering_id
      LEFT JOIN sign i ON i.id = p.id AND i.moment = g.moment
    WHERE s.group_id = b.group_id) t ON true`;

export interface SignsOfLife {
  of(boardId: string): { readonly present: number; readonly writing: number };
}

const toPulse = (row: PulseRow, signs: SignsOfLife): BoardPulse => {
  const { present, writing } = signs.of(row.boardId);
  return Object.assign(new BoardPulse(), row, { present, writing });
};

/** The pulse of every board of a gathering, or of some of them. */
export const readPulse = async (
  db: Queryable,
  gatheringId: string,
  signs: SignsOfLife,
  boardIds: readonly string[] | null = null,
): Promise<BoardPulse[]> => {
  const { rows } = await db.query<PulseRow>(
    `${PULSE} WHERE b.gathering_id = $1 AND ($2::uuid[] IS NULL OR b.id = ANY($2::uuid[])) ORDER BY b.id`,
    [gatheringId, boardIds],
  );
  return rows.map((row) => toPulse(row, signs));
};
