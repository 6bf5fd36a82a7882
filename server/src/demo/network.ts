import type { Actor } from "../identity/actor.js";
import { Person } from "../identity/person.entity.js";
import { Stream } from "../live/stream.entity.js";
import { Membership, Network, NetworkRole, Unit } from "../modules/networks/index.js";
import type { App } from "../modules/context.js";
import { demoId } from "./api.js";
import { networkName, units } from "./content.js";

export interface DemoNetwork {
  readonly id: string;
  readonly owner: Actor;
  readonly leader: Actor;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

const insertOnce = async <T extends object>(
  { source }: App,
  entity: new () => T,
  rows: readonly T[],
): Promise<void> => {
  await source
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(rows as never)
    .orIgnore()
    .execute();
};

const person = (name: string, createdAt: Date): Person => ({
  id: demoId(`person/${name}`),
  name,
  createdAt,
  erasedAt: null,
});

export const networkId = demoId("network");
export const leaderId = demoId("person/Ingvild Strand");

/** The network itself, its units, and those who lead it. There is no verb that makes a network: it is founded. */
export const foundNetwork = async (app: App, createdAt: Date): Promise<DemoNetwork> => {
  const people = [person("Torunn Vik", createdAt), person("Ingvild Strand", createdAt)];
  const rows = units.map((unit) => ({ ...unit, id: demoId(`unit/${unit.name}`), networkId, createdAt }));
  const university = rows.at(-1)?.id ?? null;
  const roles = [NetworkRole.OWNER, NetworkRole.LEADER];
  await insertOnce(app, Network, [{ id: networkId, name: networkName, createdAt }]);
  await insertOnce(app, Stream, [{ id: networkId, scopeId: networkId, epoch: 1, head: "0", floor: "0" }]);
  await insertOnce(app, Person, people);
  await insertOnce(app, Unit, rows);
  await insertOnce(
    app,
    Membership,
    people.map(({ id }, i) => ({
      id: demoId(`membership/${id}`),
      networkId,
      personId: id,
      unitId: university,
      role: roles[i] ?? NetworkRole.MEMBER,
      createdAt,
    })),
  );
  const [owner, leader] = people.map(({ id }) => ({ personId: id, sessionId: id }));
  return { id: networkId, owner: owner as Actor, leader: leader as Actor, units: rows };
};
