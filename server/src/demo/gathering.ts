import type { Actor } from "../identity/actor.js";
import type { App } from "../modules/context.js";
import type { DemoApi, StoryClock } from "./api.js";
import { firstNames, professionOf } from "./content.js";
import type { DemoNetwork } from "./network.js";
import type { DemoItem } from "./programme.js";

export interface Guest {
  readonly actor: Actor;
  readonly participantId: string;
  readonly unitName: string;
}

export interface Table {
  readonly boardId: string;
  readonly guests: readonly Guest[];
}

const upper = (word: string): string => word.replaceAll(/([A-Z])/g, "_$1").toUpperCase();

const itemInput = (item: DemoItem) => ({
  ...item,
  kind: upper(item.kind),
  arena: upper(item.arena),
  writing: upper(item.writing),
  naming: upper(item.naming),
  invites: item.invites.map(upper),
});

/** One gathering of the story, led and attended by its own people. */
export class DemoGathering {
  guests: readonly Guest[] = [];
  items: readonly string[] = [];

  private constructor(
    readonly id: string,
    private readonly joinCode: string,
    private readonly name: string,
    private readonly api: DemoApi,
    private readonly app: App,
    readonly network: DemoNetwork,
    readonly clock: StoryClock,
  ) {}

  static async plan(
    given: { name: string; title: string; place: string; startsAt: Date; programme: readonly DemoItem[] },
    { api, app, network, clock }: { api: DemoApi; app: App; network: DemoNetwork; clock: StoryClock },
  ): Promise<DemoGathering> {
    const { name, title, place, startsAt, programme } = given;
    const input = { networkId: network.id, title, place, startsAt };
    const written = await api.act(
      network.leader,
      name,
      "createGathering",
      input,
      "... on NetworkWritten { gathering { id programme { id } } }",
    );
    const { id, programme: given_ } = written["gathering"] as { id: string; programme: { id: string }[] };
    const [row] = (
      await app.pool.query<{ join_code: string }>("SELECT join_code FROM gathering WHERE id = $1", [id])
    ).rows;
    const gathering = new DemoGathering(id, row?.join_code ?? "", name, api, app, network, clock);
    await gathering.setProgramme(
      given_.map((item) => item.id),
      programme,
    );
    return gathering;
  }

  /** Does something as the one who leads. */
  lead(name: string, mutation: string, input: object, selection = ""): Promise<Record<string, unknown>> {
    return this.api.act(this.network.leader, `${this.name}/${name}`, mutation, { ...input }, selection);
  }

  /** Does something as one of the guests, a while after what was done before. */
  act({ actor }: Guest, name: string, mutation: string, input: object): Promise<Record<string, unknown>> {
    this.clock.pass(0.4);
    return this.api.act(actor, `${this.name}/${name}`, mutation, { ...input }, "");
  }

  async become(...states: readonly string[]): Promise<void> {
    for (const to of states) await this.lead(`state/${to}`, "changeState", { gatheringId: this.id, to });
  }

  async goTo(index: number): Promise<void> {
    await this.lead(`goto/${index}`, "goToItem", { gatheringId: this.id, itemId: this.items[index] });
  }

  /** Guests come in, unit by unit, so many of each. */
  async letIn(perUnit: (unitIndex: number) => number): Promise<void> {
    const guests: Guest[] = [];
    for (const [index, unit] of this.network.units.entries()) {
      for (let i = 0; i < perUnit(index); i++) guests.push(await this.letInOne(unit, guests.length));
    }
    this.guests = guests;
  }

  /** Seats everybody, and answers who sits at which board. */
  async seat(size: number): Promise<readonly Table[]> {
    await this.lead("groups", "makeGroups", { gatheringId: this.id, arena: "CROSS", size });
    const { rows } = await this.app.pool.query<{ board_id: string; participants: string[] }>(
      `SELECT g.board_id, array_agg(s.participant_id::text) AS participants FROM work_group g JOIN seat s ON s.group_id = g.id
       WHERE g.gathering_id = $1 AND g.arena = 'cross' GROUP BY g.board_id, g.number ORDER BY g.number`,
      [this.id],
    );
    return rows.map(({ board_id: boardId, participants }) => ({
      boardId,
      guests: this.guests.filter(({ participantId }) => participants.includes(participantId)),
    }));
  }

  private async letInOne(unit: { id: string; name: string }, number: number): Promise<Guest> {
    this.clock.pass(0.3);
    const name = firstNames[(number * 7 + this.name.length) % firstNames.length] ?? "Kari";
    const profession = professionOf(unit.name, number);
    const input = { code: this.joinCode, name, unitId: unit.id, profession, wantsToken: true };
    const joined = await this.api.act(
      null,
      `${this.name}/join/${number}`,
      "join",
      input,
      "... on Joined { token participant { id } }",
    );
    const actor = await this.app.identity.actorOf(String(joined["token"]));
    if (!actor) throw new Error("A guest of the demo has no session.");
    return { actor, participantId: (joined["participant"] as { id: string }).id, unitName: unit.name };
  }

  private async setProgramme(given: readonly string[], programme: readonly DemoItem[]): Promise<void> {
    let afterItemId: string | null = null;
    const items: string[] = [];
    for (const [i, item] of programme.entries()) {
      const input: object = { gatheringId: this.id, item: itemInput(item), afterItemId };
      const written = await this.lead(
        `item/${i}`,
        "addItem",
        input,
        "... on GatheringWritten { item { id } }",
      );
      afterItemId = (written["item"] as { id: string }).id;
      items.push(afterItemId);
    }
    this.items = items;
    const first = given.filter((id) => !items.includes(id));
    for (const itemId of first) await this.lead(`remove/${itemId}`, "removeItem", { itemId });
  }
}
