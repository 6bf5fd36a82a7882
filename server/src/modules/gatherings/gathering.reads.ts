import type { Queryable } from "../../database/pool.js";
import { oneOf } from "../../database/together.js";
import { toPage, type Page, type Range } from "../../kernel/connections.js";
import { notFound } from "../../kernel/errors.js";
import { loadGatherings, PARTICIPANT_COLUMNS, type ParticipantFact } from "./gathering.facts.js";
import type { GatheringType } from "./gathering.type.js";
import { presentFact, type ParticipantType } from "./participant.type.js";
import type { SaidProfession } from "./profession.type.js";

/** How many gatherings a list shows; a network that meets monthly fills it in eight years. */
const LISTED = 100;

const loadGathering = oneOf(loadGatherings);

/** Throws NOT_FOUND for one that does not exist. */
export const readGathering = async (db: Queryable, id: string): Promise<GatheringType> => {
  const gathering = await loadGathering(db, id);
  if (!gathering) throw notFound();
  return gathering;
};

const readInOrder = async (db: Queryable, ids: readonly string[]): Promise<GatheringType[]> => {
  const gatherings = await loadGatherings(db, ids);
  return ids.map((id) => gatherings.get(id)).filter((gathering) => gathering !== undefined);
};

/** Those of a network, the newest first. */
export const readNetworkGatherings = async (db: Queryable, networkId: string): Promise<GatheringType[]> => {
  const { rows } = await db.query<{ id: string }>(
    "SELECT id FROM gathering WHERE network_id = $1 ORDER BY starts_at DESC, id DESC LIMIT $2",
    [networkId, LISTED],
  );
  return readInOrder(
    db,
    rows.map(({ id }) => id),
  );
};

/** Those a person takes part in or whose network they belong to, the newest first. */
export const readGatheringsOf = async (db: Queryable, personId: string): Promise<GatheringType[]> => {
  const { rows } = await db.query<{ id: string }>(
    `SELECT g.id FROM gathering g WHERE g.id IN (
       SELECT gathering_id FROM participant WHERE person_id = $1 AND removed_at IS NULL
       UNION SELECT o.id FROM gathering o JOIN membership m ON m.network_id = o.network_id WHERE m.person_id = $1)
     ORDER BY g.starts_at DESC, g.id DESC LIMIT $2`,
    [personId, LISTED],
  );
  return readInOrder(
    db,
    rows.map(({ id }) => id),
  );
};

/** Those who are there, in the order they first joined. */
export const readPeople = async (
  db: Queryable,
  gatheringId: string,
  { first, after }: Range,
): Promise<Page<ParticipantType>> => {
  const { rows } = await db.query<ParticipantFact>(
    `SELECT ${PARTICIPANT_COLUMNS} FROM participant p JOIN unit u ON u.id = p.unit_id
     WHERE p.gathering_id = $1 AND p.removed_at IS NULL AND ($2::uuid IS NULL OR p.id > $2) ORDER BY p.id LIMIT $3`,
    [gatheringId, after, first + 1],
  );
  const { rows: counted } = await db.query<{ devices: number }>(
    "SELECT devices FROM gathering WHERE id = $1",
    [gatheringId],
  );
  const people = rows.map((fact) => presentFact(fact));
  return toPage(people, first, counted[0]?.devices ?? 0, ({ id }) => id);
};

/** What people said they work as, of one of them or of all who are there. */
export const readProfessions = async (
  db: Queryable,
  gatheringId: string,
  participantId: string | null,
): Promise<SaidProfession[]> => {
  const { rows } = await db.query<SaidProfession>(
    `SELECT id AS "participantId", profession FROM participant
     WHERE gathering_id = $1 AND removed_at IS NULL AND profession IS NOT NULL AND ($2::uuid IS NULL OR id = $2)
     ORDER BY id`,
    [gatheringId, participantId],
  );
  return rows;
};
