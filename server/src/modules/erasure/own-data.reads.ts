import type { Queryable } from "../../database/pool.js";

/** All that is kept of one person, by the words of the API; each card with what they wrote, silent and hidden ones too. */
const OWN = `
  SELECT json_build_object(
    'name', person.name, 'since', person.created_at,
    'memberships', (SELECT coalesce(json_agg(json_build_object(
        'network', n.name, 'role', m.role, 'unit', u.name, 'since', m.created_at) ORDER BY m.created_at), '[]')
      FROM membership m JOIN network n ON n.id = m.network_id LEFT JOIN unit u ON u.id = m.unit_id
      WHERE m.person_id = person.id),
    'gatherings', (SELECT coalesce(json_agg(json_build_object(
        'title', g.title, 'network', n.name, 'startsAt', g.starts_at, 'name', p.name, 'unit', u.name, 'people', p.people,
        'profession', p.profession, 'joinedAt', p.joined_at, 'removedAt', p.removed_at,
        'cards', (SELECT coalesce(json_agg(json_build_object(
            'id', c.id, 'kind', c.kind, 'content', c.content, 'anonymous', c.anonymous, 'silent', c.silent,
            'hiddenReason', c.hidden_reason, 'createdAt', c.created_at, 'editedAt', c.edited_at,
            'withdrawnAt', c.withdrawn_at) ORDER BY c.created_at, c.id), '[]')
          FROM contribution c WHERE c.participant_id = p.id),
        'ballots', (SELECT coalesce(json_agg(json_build_object(
            'round', r.title, 'voter', b.voter, 'choices', b.choices, 'castAt', b.cast_at) ORDER BY b.cast_at), '[]')
          FROM ballot b JOIN vote_round r ON r.id = b.round_id WHERE b.participant_id = p.id)
      ) ORDER BY p.joined_at), '[]')
      FROM participant p JOIN gathering g ON g.id = p.gathering_id JOIN network n ON n.id = g.network_id
        JOIN unit u ON u.id = p.unit_id
      WHERE p.person_id = person.id)
  )::text AS own FROM person WHERE person.id = $1`;

/** Everything that is kept of a person, as JSON for a file of theirs. */
export const readOwnData = async (db: Queryable, personId: string): Promise<string> => {
  const { rows } = await db.query<{ own: string }>(OWN, [personId]);
  return rows[0]?.own ?? "{}";
};
