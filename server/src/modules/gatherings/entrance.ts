import type { Queryable } from "../../database/pool.js";
import { GatheringState } from "../../kernel/words.js";

interface Named {
  readonly id: string;
}

/** The streams of all boards of a gathering. Boards that are opened later have nothing on them that was there before. */
export const streamsOfBoards = async (db: Queryable, gatheringId: string): Promise<string[]> => {
  const { rows } = await db.query<Named>("SELECT id FROM stream WHERE scope_id = $1 AND id <> $1", [
    gatheringId,
  ]);
  return rows.map(({ id }) => id);
};

/** The streams on which a unit is named: those that show the network's units, and the boards of those gatherings. */
export const streamsNamingUnits = async (db: Queryable, networkId: string): Promise<string[]> => {
  const { rows } = await db.query<Named>(
    `SELECT s.id FROM stream s JOIN gathering g ON g.id = s.scope_id WHERE g.network_id = $1 AND g.state <> $2`,
    [networkId, GatheringState.ARCHIVED],
  );
  return [networkId, ...rows.map(({ id }) => id)];
};

/** The streams that show a network's units: its own, and those of its gatherings that are not put away. */
export const streamsOfUnits = async (db: Queryable, networkId: string): Promise<string[]> => {
  const { rows } = await db.query<Named>("SELECT id FROM gathering WHERE network_id = $1 AND state <> $2", [
    networkId,
    GatheringState.ARCHIVED,
  ]);
  return [networkId, ...rows.map(({ id }) => id)];
};
