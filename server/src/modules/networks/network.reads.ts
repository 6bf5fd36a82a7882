import type { Lookup } from "../../database/lookup.js";
import type { Queryable } from "../../database/pool.js";
import { allOf } from "../../database/together.js";
import type { Actor } from "../../identity/actor.js";
import { PersonType } from "../../identity/person.type.js";
import { notFound } from "../../kernel/errors.js";
import { toPage, type Page, type Range } from "../../kernel/connections.js";
import { MembershipType } from "./membership.type.js";
import type { NetworkRole } from "./membership.entity.js";
import { presentNetwork, type NetworkType } from "./network.type.js";
import { standingInNetwork } from "./standing.js";
import type { Unit } from "./unit.entity.js";
import { presentUnit, type UnitType } from "./unit.type.js";

/** A network as one of its members sees it. Throws NOT_FOUND for everybody else. */
export const readNetwork = async (lookup: Lookup, actor: Actor, id: string): Promise<NetworkType> => {
  const { network, membership } = await standingInNetwork(lookup, actor, id);
  if (!membership) throw notFound();
  return presentNetwork(network, membership.role);
};

/** Units of a network in the order of Norwegian names. */
export const readUnits = allOf(async (db, networkId): Promise<UnitType[]> => {
  const { rows } = await db.query<Unit>(
    `SELECT id, name, municipality, kind FROM unit WHERE network_id = $1 ORDER BY name COLLATE "nb-x-icu", id`,
    [networkId],
  );
  return rows.map(presentUnit);
});

/** Units by id; those that do not exist are left out. */
export const loadUnits = async (db: Queryable, ids: readonly string[]): Promise<Map<string, UnitType>> => {
  const { rows } = await db.query<Unit>(
    "SELECT id, name, municipality, kind FROM unit WHERE id = ANY($1::uuid[])",
    [ids],
  );
  return new Map(rows.map((unit) => [unit.id, presentUnit(unit)]));
};

/** The networks a person belongs to, by name. */
export const readNetworksOf = async (db: Queryable, personId: string): Promise<NetworkType[]> => {
  const { rows } = await db.query<{ id: string; name: string; createdAt: Date; role: NetworkRole }>(
    `SELECT n.id, n.name, n.created_at AS "createdAt", m.role FROM membership m JOIN network n ON n.id = m.network_id
     WHERE m.person_id = $1 ORDER BY n.name COLLATE "nb-x-icu", n.id`,
    [personId],
  );
  return rows.map(({ role, ...network }) => presentNetwork(network, role));
};

interface MemberRow {
  readonly id: string;
  readonly role: NetworkRole;
  readonly person: { readonly id: string; readonly name: string };
  readonly unit: Unit | null;
}

const presentMember = ({ id, role, person, unit }: MemberRow): MembershipType =>
  Object.assign(new MembershipType(), {
    id,
    role,
    person: new PersonType(person),
    unit: unit && presentUnit(unit),
  });

/** The members of a network, in the order they were taken in. */
export const readMembers = async (
  db: Queryable,
  networkId: string,
  { first, after }: Range,
): Promise<Page<MembershipType>> => {
  const { rows } = await db.query<MemberRow>(
    `SELECT m.id, m.role, json_build_object('id', p.id, 'name', p.name) AS person, to_json(u) AS unit
     FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN unit u ON u.id = m.unit_id
     WHERE m.network_id = $1 AND ($2::uuid IS NULL OR m.id > $2) ORDER BY m.id LIMIT $3`,
    [networkId, after, first + 1],
  );
  const { rows: counted } = await db.query<{ total: number }>(
    "SELECT count(*)::int AS total FROM membership WHERE network_id = $1",
    [networkId],
  );
  return toPage(rows.map(presentMember), first, counted[0]?.total ?? 0, ({ id }) => id);
};
