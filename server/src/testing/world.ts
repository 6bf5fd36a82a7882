import "reflect-metadata";
import type { DataSource } from "typeorm";
import { attendance } from "../attendance.js";
import { createMemoryBus } from "../bus/memory.js";
import { createDataSource } from "../database/data-source.js";
import { lookupOf } from "../database/lookup.js";
import { createPool } from "../database/pool.js";
import { createTestDatabase } from "../database/testing/test-database.js";
import { entities } from "../entities.js";
import type { Actor } from "../identity/actor.js";
import { Identity } from "../identity/identity.js";
import { Person } from "../identity/person.entity.js";
import { systemClock } from "../kernel/clock.js";
import { GuessGuard } from "../kernel/guess-guard.js";
import { WriteLimit } from "../kernel/write-limit.js";
import { newId } from "../kernel/ids.js";
import { ContributionKind, GatheringState } from "../kernel/words.js";
import { liveShapes } from "../live-shapes.js";
import { createCommit } from "../live/commit.js";
import { createFeed } from "../live/feed.js";
import { createPresence } from "../live/presence.js";
import { liveTables } from "../live/live-table.js";
import { Stream } from "../live/stream.entity.js";
import { Board } from "../modules/boards/index.js";
import type { App } from "../modules/context.js";
import {
  Arena,
  Gathering,
  ItemKind,
  Naming,
  Participant,
  Phase,
  ProgrammeItem,
  Writing,
  untouched,
  usualSettings,
} from "../modules/gatherings/index.js";
import { firstRound, Group, Seat } from "../modules/groups/index.js";
import { Membership, Network, NetworkRole, Unit, UnitKind } from "../modules/networks/index.js";

/** A whole App on a database of its own, for tests of modules; nothing in it is a stand-in. */
export interface TestApp {
  readonly app: App;
  readonly url: string;
  stop(): Promise<void>;
}

export const startTestApp = async (): Promise<TestApp> => {
  const database = await createTestDatabase();
  const source = await createDataSource(database.url, entities, 4).initialize();
  const pool = createPool(database.url, 8);
  const bus = createMemoryBus();
  const feed = createFeed({ pool, bus, pollEvery: 200 });
  const commit = createCommit({
    pool,
    tables: liveTables(source, liveShapes),
    onMoved: feed.moved,
  });
  const presence = createPresence();
  const identity = new Identity(source, systemClock);
  const app: App = {
    commit,
    feed,
    hints: bus,
    presence,
    pool,
    source,
    lookup: lookupOf(source, pool),
    clock: systemClock,
    identity,
    guesses: new GuessGuard(),
    writes: new WriteLimit({ aMinute: 0, atOnce: 0 }),
    attendance,
  };
  const stop = async (): Promise<void> => {
    feed.close();
    presence.close();
    await bus.close();
    await pool.end();
    await source.destroy();
    await database.drop();
  };
  return { app, url: database.url, stop };
};

/** Somebody who calls, with their place at the gathering. */
export interface Somebody {
  readonly actor: Actor;
  readonly participant: Participant;
}

const insert = async <T extends object>(source: DataSource, entity: new () => T, row: T): Promise<T> => {
  await source.manager.insert(entity, row);
  return row;
};

/** As unique as the end of the id, and never a part of any id: a test may look for it in what was told. */
const joinCodeFor = (id: string): string =>
  id.slice(-6).replace(/./g, (digit) => "GHJKMNPQRSTUVWXY".charAt(Number.parseInt(digit, 16)));

/** Rows for tests, put straight into the database: what commands are tried upon. */
export class World {
  private people = 0;

  private constructor(
    readonly source: DataSource,
    readonly network: Network,
    readonly units: readonly Unit[],
    readonly gathering: Gathering,
    readonly item: ProgrammeItem,
  ) {}

  /** A live gathering of a network with three units, at an item that invites every kind, openly and by name. */
  static async create(source: DataSource, state = GatheringState.LIVE): Promise<World> {
    const now = new Date();
    const network = await insert(source, Network, { id: newId(), name: "Ytre Kyst", createdAt: now });
    await insert(source, Stream, { id: network.id, scopeId: network.id, epoch: 1, head: "0", floor: "0" });
    const units: Unit[] = [];
    for (const name of ["Skarvfjord skole", "Fjæra barnehage", "Nordkyst universitet"]) {
      const unit = {
        id: newId(),
        networkId: network.id,
        name,
        municipality: "Skarvfjord",
        kind: UnitKind.SCHOOL,
        createdAt: now,
      };
      units.push(await insert(source, Unit, unit));
    }
    const { gathering, item } = await World.addGathering(source, network, state);
    return new World(source, network, units, gathering, item);
  }

  private static async addGathering(source: DataSource, network: Network, state: GatheringState) {
    const id = newId();
    const item = World.newItem(id);
    const gathering: Gathering = {
      ...untouched,
      id,
      networkId: network.id,
      title: "Høstsamling",
      place: null,
      startsAt: new Date(),
      state,
      joinCode: joinCodeFor(id),
      currentItemId: item.id,
      phase: Phase.GROUP,
      createdAt: new Date(),
    };
    await insert(source, Gathering, gathering);
    await insert(source, Stream, { id, scopeId: id, epoch: 1, head: "0", floor: "0" });
    await insert(source, ProgrammeItem, item);
    return { gathering, item };
  }

  private static newItem(gatheringId: string, changes: Partial<ProgrammeItem> = {}): ProgrammeItem {
    return {
      id: newId(),
      gatheringId,
      position: 1,
      title: "Utveksling",
      kind: ItemKind.EXCHANGE,
      arena: Arena.CROSS,
      minutes: 30,
      instruction: "",
      writing: Writing.OPEN,
      openedAt: null,
      naming: Naming.NAMED,
      invites: Object.values(ContributionKind),
      ...usualSettings,
      ...changes,
    };
  }

  async addItem(changes: Partial<ProgrammeItem>): Promise<ProgrammeItem> {
    return insert(this.source, ProgrammeItem, World.newItem(this.gathering.id, { position: 2, ...changes }));
  }

  async addPerson(name = `Person ${++this.people}`): Promise<Actor> {
    const person = await insert(this.source, Person, {
      id: newId(),
      name,
      createdAt: new Date(),
      erasedAt: null,
    });
    return { personId: person.id, sessionId: newId() };
  }

  async addMember(role: NetworkRole): Promise<Actor> {
    const actor = await this.addPerson();
    const membership = {
      id: newId(),
      networkId: this.network.id,
      personId: actor.personId,
      unitId: null,
      role,
      createdAt: new Date(),
    };
    await insert(this.source, Membership, membership);
    await this.moved();
    return actor;
  }

  /** Somebody who has joined, for the unit with this place in `units`. */
  async addParticipant(unit = 0, people = 1, actor?: Actor): Promise<Somebody> {
    const who = actor ?? (await this.addPerson());
    const participant: Participant = {
      id: newId(),
      gatheringId: this.gathering.id,
      personId: who.personId,
      unitId: (this.units[unit] as Unit).id,
      name: `Deltaker ${++this.people}`,
      people,
      profession: null,
      joinedAt: new Date(),
      away: false,
      removedAt: null,
    };
    await insert(this.source, Participant, participant);
    await this.count(participant);
    await this.moved();
    return { actor: who, participant };
  }

  private async count({ unitId, people }: Participant): Promise<void> {
    const id = this.gathering.id;
    const {
      devices,
      people: before,
      presentByUnit,
    } = await this.source.manager.findOneByOrFail(Gathering, { id });
    const present = { ...presentByUnit, [unitId]: (presentByUnit?.[unitId] ?? 0) + 1 };
    const unitsPresent = Object.keys(present).length;
    await this.source.manager.update(
      Gathering,
      { id },
      { devices: devices + 1, people: before + people, unitsPresent, presentByUnit: present },
    );
  }

  /** Changes a row past all commands, and says so as whoever does that must: what nodes remember is believed no more. */
  async alter<T extends { id: string }>(
    entity: new () => T,
    { id }: { id: string },
    changes: Partial<T>,
  ): Promise<void> {
    await this.source
      .createQueryBuilder()
      .update(entity)
      .set(changes as object)
      .where({ id })
      .execute();
    await this.moved();
  }

  /** LOG9: the gathering, its boards and its network are not what they were. */
  async moved(): Promise<void> {
    const scopes = [this.gathering.id, this.network.id];
    await this.source.query("UPDATE stream SET head = head + 1 WHERE scope_id = ANY($1::uuid[])", [scopes]);
  }

  /** A group across units with its board and its stream. */
  async addGroup(...members: readonly Somebody[]): Promise<{ group: Group; board: Board }> {
    const now = new Date();
    const [id, boardId, gatheringId] = [newId(), newId(), this.gathering.id];
    const number = (await this.source.manager.countBy(Group, { gatheringId })) + 1;
    const group = await insert(this.source, Group, {
      id,
      gatheringId,
      arena: Arena.CROSS,
      number,
      name: `Gruppe ${number}`,
      unitId: null,
      ...firstRound,
      boardId,
      people: members.reduce((sum, { participant }) => sum + participant.people, 0),
      createdAt: now,
    });
    const board = await insert(this.source, Board, {
      id: boardId,
      gatheringId,
      groupId: id,
      title: group.name,
      frozenAt: null,
      createdAt: now,
    });
    await insert(this.source, Stream, { id: boardId, scopeId: gatheringId, epoch: 1, head: "0", floor: "0" });
    for (const { participant } of members) {
      await insert(this.source, Seat, {
        id: newId(),
        gatheringId,
        groupId: id,
        participantId: participant.id,
        seatedAt: now,
      });
    }
    return { group, board };
  }
}
