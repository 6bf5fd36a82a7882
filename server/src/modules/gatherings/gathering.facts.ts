import type { Queryable } from "../../database/pool.js";
import { oneOf } from "../../database/together.js";
import { GatheringState } from "../../kernel/words.js";
import { formatCursor } from "../../live/vocabulary.js";
import type { UnitKind } from "../networks/index.js";
import type { Gathering, GatheringClock } from "./gathering.entity.js";
import { ClockState, GatheringType } from "./gathering.type.js";

interface GatheringRow extends Omit<Gathering, "createdAt" | "presentByUnit"> {
  readonly networkName: string;
  readonly epoch: number;
  readonly head: string;
}

/** The states in which somebody new may come in. */
export const hasOpenDoor = (state: GatheringState): boolean =>
  state === GatheringState.PREPARING || state === GatheringState.LIVE;

const clockOf = (clock: GatheringClock): GatheringType["clock"] => ({
  state: clock.state as ClockState,
  endsAt: clock.state === "running" ? new Date(clock.endsAt) : null,
  remainingSeconds: clock.state === "paused" ? clock.remainingSeconds : null,
});

const present = ({
  clock,
  joinCode,
  devices,
  people,
  unitsPresent,
  epoch,
  head,
  ...row
}: GatheringRow): GatheringType =>
  Object.assign(new GatheringType(), row, {
    clock: clockOf(clock),
    joinCode: hasOpenDoor(row.state) ? joinCode : null,
    headCount: { devices, people, units: unitsPresent },
    cursor: formatCursor({ epoch, seq: Number(head) }),
  });

/**
 * Gatherings as everybody who may see them sees them, each with where its stream stood at that very moment: what is read
 * of it later is never older than its cursor.
 */
export const loadGatherings = async (
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, GatheringType>> => {
  const { rows } = await db.query<GatheringRow>(
    `SELECT g.id, g.title, g.place, g.starts_at AS "startsAt", g.state, g.network_id AS "networkId",
       n.name AS "networkName", g.join_code AS "joinCode", g.current_item_id AS "currentItemId", g.phase, g.moment, g.summons, g.ideas_per_group AS "ideasPerGroup", g.clock,
       g.projection, g.devices, g.people, g.units_present AS "unitsPresent", s.epoch, s.head
     FROM gathering g JOIN network n ON n.id = g.network_id JOIN stream s ON s.id = g.id WHERE g.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, present(row)]));
};

/** A participant with all that is needed to show them, or to know that they are gone. */
export interface ParticipantFact {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly people: number;
  readonly removedAt: Date | null;
  readonly unit: {
    readonly id: string;
    readonly name: string;
    readonly municipality: string;
    readonly kind: UnitKind;
  };
}

/** Over `participant p` and `unit u`. */
export const PARTICIPANT_COLUMNS = `p.id, p.person_id AS "personId", p.name, p.people, p.removed_at AS "removedAt",
  json_build_object('id', u.id, 'name', u.name, 'municipality', u.municipality, 'kind', u.kind) AS unit`;

export const loadParticipants = async (
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, ParticipantFact>> => {
  const { rows } = await db.query<ParticipantFact>(
    `SELECT ${PARTICIPANT_COLUMNS} FROM participant p JOIN unit u ON u.id = p.unit_id WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((fact) => [fact.id, fact]));
};

export const loadParticipant = oneOf(loadParticipants);
