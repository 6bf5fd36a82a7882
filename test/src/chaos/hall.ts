import { createDataSource } from "@ordskifte/server/database/data-source";
import { entities } from "@ordskifte/server/entities";
import { Identity } from "@ordskifte/server/identity/identity";
import { Person } from "@ordskifte/server/identity/person.entity";
import { systemClock } from "@ordskifte/server/kernel/clock";
import { newId } from "@ordskifte/server/kernel/ids";
import { ContributionKind, GatheringState } from "@ordskifte/server/kernel/words";
import { Stream } from "@ordskifte/server/live/stream.entity";
import { Board } from "@ordskifte/server/modules/boards/index";
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
} from "@ordskifte/server/modules/gatherings/index";
import { firstRound, Group, Seat } from "@ordskifte/server/modules/groups/index";
import { Membership, Network, NetworkRole, Unit, UnitKind } from "@ordskifte/server/modules/networks/index";
import type { DataSource } from "typeorm";

/** Somebody with a session, and the board they have a seat at. The leader's board is one aside, for ideas. */
export interface Seated {
  readonly name: string;
  readonly token: string;
  readonly boardId: string;
}

export interface Hall {
  readonly gatheringId: string;
  readonly boardIds: readonly string[];
  readonly leader: Seated;
  readonly writers: readonly Seated[];
  readonly readers: readonly Seated[];
}

export interface HallSize {
  readonly boards: number;
  readonly writers: number;
  readonly readers: number;
}

type Member = Seated & { readonly personId: string };

const now = new Date();

/** Puts rows that no verb of the API makes in a moment straight into a migrated database: a hall where all may write. */
class Builder {
  private readonly networkId = newId();
  private readonly unitId = newId();
  readonly gatheringId = newId();

  constructor(private readonly source: DataSource) {}

  async build({ boards, writers, readers }: HallSize): Promise<Hall> {
    await this.addNetwork();
    await this.addGathering();
    const groups: { id: string; boardId: string }[] = [];
    for (let i = 1; i <= boards; i++) groups.push(await this.addGroup(i));
    const aside = await this.addGroup(boards + 1);
    const [leader] = await this.seatAll(1, "Leader", [aside]);
    await this.lead((leader as Member).personId);
    return {
      gatheringId: this.gatheringId,
      boardIds: groups.map(({ boardId }) => boardId),
      leader: leader as Member,
      writers: await this.seatAll(writers, "Writer", groups),
      readers: await this.seatAll(readers, "Reader", groups),
    };
  }

  private async put<T extends object>(entity: new () => T, row: T): Promise<T> {
    await this.source.manager.insert(entity, row);
    return row;
  }

  private stream(id: string, scopeId = id): Promise<Stream> {
    return this.put(Stream, { id, scopeId, epoch: 1, head: "0", floor: "0" });
  }

  private async addNetwork(): Promise<void> {
    const [id, networkId] = [this.unitId, this.networkId];
    await this.put(Network, { id: networkId, name: "Ytre Kyst", createdAt: now });
    await this.stream(networkId);
    const place = { municipality: "Skarvfjord", kind: UnitKind.SCHOOL, createdAt: now };
    await this.put(Unit, { id, networkId, name: "Skarvfjord skole", ...place });
  }

  private async addGathering(): Promise<void> {
    const [id, itemId] = [this.gatheringId, newId()];
    await this.put(Gathering, {
      ...untouched,
      id,
      networkId: this.networkId,
      title: "Høstsamling",
      place: null,
      startsAt: now,
      state: GatheringState.LIVE,
      joinCode: "KAOS42",
      currentItemId: itemId,
      phase: Phase.GROUP,
      createdAt: now,
    });
    await this.stream(id);
    await this.addItem(itemId);
  }

  private async addItem(id: string): Promise<void> {
    await this.put(ProgrammeItem, {
      id,
      gatheringId: this.gatheringId,
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
    });
  }

  private async addGroup(number: number): Promise<{ id: string; boardId: string }> {
    const [id, boardId, gatheringId, name] = [newId(), newId(), this.gatheringId, `Gruppe ${number}`];
    const shared = { gatheringId, createdAt: now };
    await this.put(Group, {
      id,
      ...shared,
      arena: Arena.CROSS,
      number,
      name,
      unitId: null,
      boardId,
      people: 0,
      ...firstRound,
    });
    await this.put(Board, { id: boardId, ...shared, groupId: id, title: name, frozenAt: null });
    await this.stream(boardId, gatheringId);
    return { id, boardId };
  }

  private async seatAll(
    count: number,
    role: string,
    groups: readonly { id: string; boardId: string }[],
  ): Promise<Member[]> {
    const seated: Member[] = [];
    for (let i = 0; i < count; i++) {
      const { id, boardId } = groups[i % groups.length] as { id: string; boardId: string };
      seated.push({ ...(await this.seat(`${role} ${i + 1}`, id)), boardId });
    }
    return seated;
  }

  private async seat(
    name: string,
    groupId: string,
  ): Promise<{ name: string; token: string; personId: string }> {
    const { gatheringId, unitId } = this;
    const [personId, participantId] = [newId(), newId()];
    await this.put(Person, { id: personId, name, createdAt: now, erasedAt: null });
    const place = {
      gatheringId,
      personId,
      unitId,
      name,
      people: 1,
      profession: null,
      joinedAt: now,
      away: false,
      removedAt: null,
    };
    await this.put(Participant, { id: participantId, ...place });
    await this.put(Seat, { id: newId(), gatheringId, groupId, participantId, seatedAt: now });
    const { token } = await new Identity(this.source, systemClock).startSession(personId);
    return { name, token, personId };
  }

  private async lead(personId: string): Promise<void> {
    const { networkId, unitId } = this;
    await this.put(Membership, {
      id: newId(),
      networkId,
      personId,
      unitId,
      role: NetworkRole.OWNER,
      createdAt: now,
    });
  }
}

export const buildHall = async (databaseUrl: string, size: HallSize): Promise<Hall> => {
  const source = await createDataSource(databaseUrl, entities, 2).initialize();
  try {
    return await new Builder(source).build(size);
  } finally {
    await source.destroy();
  }
};
