import { Person } from "@ordskifte/server/identity/person.entity";
import { Session } from "@ordskifte/server/identity/session.entity";
import { newId } from "@ordskifte/server/kernel/ids";
import { ContributionKind, GatheringState } from "@ordskifte/server/kernel/words";
import { Stream } from "@ordskifte/server/live/stream.entity";
import { Board, Contribution } from "@ordskifte/server/modules/boards/index";
import {
  loadContributions,
  type ContributionFact,
} from "@ordskifte/server/modules/boards/contribution.facts";
import type { App } from "@ordskifte/server/modules/context";
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
import { openRound } from "@ordskifte/server/modules/voting/commands/open-round";
import { sessionsOf } from "./ours-sessions.js";

export interface Seed {
  readonly people: number;
  readonly boards: number;
  /** Ideas that lie on the first board already. */
  readonly cards?: number;
}

/** A place in the hall: who, and the board where they have a seat. */
export interface Seated {
  readonly token: string;
  readonly boardId: string;
}

export interface Told {
  readonly gatheringId: string;
  readonly joinCode: string;
  readonly unitId: string;
  readonly boards: readonly string[];
  readonly people: readonly Seated[];
}

const STEP = 500;

/** A live gathering with people who have joined, seated evenly at its boards. Rows are put straight into the database. */
export class BenchHall {
  private readonly ids = {
    network: newId(),
    unit: newId(),
    gathering: newId(),
    item: newId(),
    leader: newId(),
  };
  private readonly now = new Date();
  private readonly boards: { groupId: string; boardId: string }[];
  private readonly participants: Participant[];
  private tokens: string[] = [];

  private constructor(
    private readonly app: App,
    private readonly given: Seed,
  ) {
    this.boards = Array.from({ length: given.boards }, () => ({ groupId: newId(), boardId: newId() }));
    this.participants = Array.from({ length: given.people }, (_, i) => this.participant(i));
  }

  static async seed(app: App, given: Seed): Promise<BenchHall> {
    const hall = new BenchHall(app, given);
    await hall.insertGathering();
    await hall.insertPeople();
    await hall.insertBoards();
    await hall.insertCards();
    return hall;
  }

  get told(): Told {
    const { gathering: gatheringId, unit: unitId } = this.ids;
    const people = this.tokens.map((token, i) => ({ token, boardId: this.boardOf(i).boardId }));
    return {
      gatheringId,
      unitId,
      joinCode: this.joinCode,
      boards: this.boards.map((b) => b.boardId),
      people,
    };
  }

  /** A card that lies on a board, as the feed reads it. */
  async card(boardId: string, body: string): Promise<ContributionFact> {
    const row = this.contribution(boardId, ContributionKind.REFLECTION, body);
    await this.insert(Contribution, [{ ...row, participantId: (this.participants[0] as Participant).id }]);
    return (await loadContributions(this.app.pool, [row.id])).get(row.id) as ContributionFact;
  }

  async openRound(): Promise<{ roundId: string; ideas: string[] }> {
    const actor = { personId: this.ids.leader, sessionId: newId() };
    const { outcome } = await openRound(this.app.commit, actor, {
      clientMutationId: newId(),
      gatheringId: this.ids.gathering,
      title: "Hva prøver vi?",
      budget: 3,
      maxPerIdea: 2,
    });
    if (!outcome.done) throw new Error(outcome.refusal.message);
    const { roundId } = outcome.value;
    const ideas = await this.app.pool.query<{ id: string }>(
      "SELECT contribution_id AS id FROM vote_candidate WHERE round_id = $1 ORDER BY position",
      [roundId],
    );
    return { roundId, ideas: ideas.rows.map(({ id }) => id) };
  }

  /** What was counted under the lock, and what the ballots say. */
  async recount(roundId: string): Promise<{ counted: number; ballots: number }> {
    const { rows } = await this.app.pool.query<{ counted: number; ballots: number }>(
      `SELECT voted_count AS counted, (SELECT count(*)::int FROM ballot b WHERE b.round_id = r.id
       AND jsonb_array_length(b.choices) > 0) AS ballots FROM vote_round r WHERE r.id = $1`,
      [roundId],
    );
    return rows[0] as { counted: number; ballots: number };
  }

  private readonly joinCode = "BENCH2";

  private boardOf(place: number): { groupId: string; boardId: string } {
    return this.boards[place % this.boards.length] as { groupId: string; boardId: string };
  }

  private participant(place: number): Participant {
    const { gathering: gatheringId, unit: unitId } = this.ids;
    const name = `Deltaker ${place + 1}`;
    const [id, personId] = [newId(), newId()];
    const who = { id, personId, gatheringId, unitId, name, people: 1 };
    return { ...who, profession: null, joinedAt: this.now, away: false, removedAt: null };
  }

  private contribution(
    boardId: string,
    kind: ContributionKind.IDEA | ContributionKind.REFLECTION,
    body: string,
  ) {
    return {
      id: newId(),
      boardId,
      gatheringId: this.ids.gathering,
      itemId: this.ids.item,
      kind,
      content: { kind, body },
      language: null,
      unitId: this.ids.unit,
      anonymous: false,
      silent: false,
      openedAt: null,
      withdrawnAt: null,
      hiddenReason: null,
      createdAt: this.now,
      editedAt: null,
      revision: 1,
    };
  }

  private async insert<Row extends object>(entity: new () => Row, rows: readonly Row[]): Promise<void> {
    for (let at = 0; at < rows.length; at += STEP)
      await this.app.source.manager.insert(entity, rows.slice(at, at + STEP));
  }

  private stream(id: string, scopeId: string): Stream {
    return { id, scopeId, epoch: 1, head: "0", floor: "0" };
  }

  private async insertGathering(): Promise<void> {
    const { network: networkId, unit, gathering: id, item, leader } = this.ids;
    const createdAt = this.now;
    await this.insert(Network, [{ id: networkId, name: "Ytre Kyst", createdAt }]);
    const place = { name: "Skarvfjord skole", municipality: "Skarvfjord", kind: UnitKind.SCHOOL };
    await this.insert(Unit, [{ id: unit, networkId, ...place, createdAt }]);
    await this.insert(Person, [{ id: leader, name: "Leder", createdAt, erasedAt: null }]);
    const role = NetworkRole.LEADER;
    await this.insert(Membership, [
      { id: newId(), networkId, personId: leader, unitId: unit, role, createdAt },
    ]);
    await this.insert(Gathering, [this.gathering()]);
    await this.insert(Stream, [this.stream(networkId, networkId), this.stream(id, id)]);
    await this.insert(ProgrammeItem, [this.item(item, id)]);
  }

  private gathering(): Gathering {
    const { network: networkId, gathering: id, item, unit } = this.ids;
    const { people } = this.given;
    return {
      ...untouched,
      id,
      networkId,
      title: "Høstsamling",
      place: null,
      startsAt: this.now,
      state: GatheringState.LIVE,
      joinCode: this.joinCode,
      currentItemId: item,
      phase: Phase.GROUP,
      devices: people,
      people,
      unitsPresent: people > 0 ? 1 : 0,
      presentByUnit: people > 0 ? { [unit]: people } : null,
      createdAt: this.now,
    };
  }

  private item(id: string, gatheringId: string): ProgrammeItem {
    return {
      id,
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
    };
  }

  private async insertPeople(): Promise<void> {
    const createdAt = this.now;
    const people = this.participants.map(({ personId: id, name }) => ({
      id,
      name,
      createdAt,
      erasedAt: null,
    }));
    await this.insert(Person, people);
    await this.insert(Participant, this.participants);
    const { tokens, sessions } = sessionsOf(
      people.map(({ id }) => id),
      createdAt,
    );
    await this.insert(Session, sessions);
    this.tokens = tokens;
  }

  private async insertBoards(): Promise<void> {
    const gatheringId = this.ids.gathering;
    const createdAt = this.now;
    const groups = this.boards.map(({ groupId: id, boardId }, i) => {
      const shared = {
        gatheringId,
        arena: Arena.CROSS,
        number: i + 1,
        name: `Gruppe ${i + 1}`,
        unitId: null,
      };
      const people = this.participants.filter((_, place) => this.boardOf(place).boardId === boardId).length;
      return { id, boardId, people, createdAt, ...firstRound, ...shared };
    });
    const boards = groups.map(({ id: groupId, boardId: id, name: title }) => {
      return { id, gatheringId, groupId, title, frozenAt: null, createdAt };
    });
    const seats = this.participants.map(({ id: participantId }, i) => {
      const { groupId } = this.boardOf(i);
      return { id: newId(), gatheringId, groupId, participantId, seatedAt: createdAt };
    });
    await this.insert(Group, groups);
    await this.insert(Board, boards);
    await this.insert(
      Stream,
      boards.map(({ id }) => this.stream(id, gatheringId)),
    );
    await this.insert(Seat, seats);
  }

  private async insertCards(): Promise<void> {
    const author = this.participants[0];
    const boardId = this.boards[0]?.boardId;
    if (!author || !boardId) return;
    const rows = Array.from({ length: this.given.cards ?? 0 }, (_, i) => ({
      ...this.contribution(
        boardId,
        ContributionKind.IDEA,
        `Idé ${i + 1}: la elevane vurdere kvarandre sine tekstar`,
      ),
      participantId: author.id,
    }));
    await this.insert(Contribution, rows);
  }
}
