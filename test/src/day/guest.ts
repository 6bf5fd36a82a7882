import { randomUUID } from "node:crypto";
import {
  type Arena,
  type ContributionFieldsFragment,
  type ContributionKind,
  type GatheringViewFragment,
  type GroupFieldsFragment,
  JoinDocument,
  PostContributionDocument,
  RedeemSignInLinkDocument,
  SetSignDocument,
} from "@ordskifte/schema";
import { boardIn, Device, gatheringIn } from "./device.js";

export interface Newcomer {
  readonly name: string;
  readonly unitId: string;
  /** How many share the device. */
  readonly people: number;
}

type Words = {
  readonly body: string;
  readonly title?: string;
  readonly toId?: string;
  readonly fromAuthor?: boolean;
  /** The item that is on where it is left out. */
  readonly itemId?: string;
};

/** Somebody at the gathering, with a device; or several at one. */
export class Guest {
  private readonly phones: Device[];
  participantId = "";

  constructor(
    private readonly origin: string,
    readonly who: Newcomer,
    readonly gatheringId: string,
  ) {
    this.phones = [new Device(origin)];
  }

  get device(): Device {
    return this.phones.at(-1) as Device;
  }

  /** All that were used, the phone that was put away too. */
  get devices(): readonly Device[] {
    return this.phones;
  }

  get isHere(): boolean {
    return this.participantId !== "";
  }

  /** What this device shows of the gathering. */
  get picture(): GatheringViewFragment {
    const picture = gatheringIn(this.device.cache, this.gatheringId);
    if (!picture) throw new Error(`${this.who.name} sees no gathering.`);
    return picture;
  }

  async arrive(code: string, name = this.who.name): Promise<void> {
    const joined = await this.device.act(JoinDocument, { code, ...this.who, name, wantsToken: false });
    this.participantId = joined.participant.id;
    await this.device.openGathering(this.gatheringId);
  }

  /** Goes on at another phone, let in by a one-time link's token; the old one is put away. */
  async moveTo(token: string): Promise<void> {
    const next = new Device(this.origin);
    await next.act(RedeemSignInLinkDocument, { token, wantsToken: false });
    await next.openGathering(this.gatheringId);
    await this.device.close();
    this.phones.push(next);
  }

  /** The group of an arena that they sit in; null as long as they know of none. */
  groupIn(arena: Arena): GroupFieldsFragment | null {
    const isMine = ({ members }: GroupFieldsFragment): boolean =>
      members.some(({ id }) => id === this.participantId);
    return this.picture.groups.find((group) => group.arena === arena && isMine(group)) ?? null;
  }

  group(arena: Arena): GroupFieldsFragment {
    const group = this.groupIn(arena);
    if (!group) throw new Error(`${this.who.name} has no group in ${arena}.`);
    return group;
  }

  /** Waits for a seat, and opens the group's board. */
  async takeSeat(arena: Arena): Promise<void> {
    await this.device.until(`has a seat in ${arena}`, () => this.groupIn(arena) !== null);
    await this.device.openBoard(this.group(arena).boardId);
  }

  /** The cards of a kind on their group's board. */
  cards(arena: Arena, kind: ContributionKind): ContributionFieldsFragment[] {
    const board = boardIn(this.device.cache, this.group(arena).boardId);
    return (board?.contributions.edges ?? []).map(({ node }) => node).filter((card) => card.kind === kind);
  }

  /** Waits until their group's board shows so many of a kind. */
  sees(arena: Arena, kind: ContributionKind, count: number): Promise<void> {
    return this.device.until(
      `sees ${count} ${kind} (${this.who.name} sees ${this.cards(arena, kind).length})`,
      () => this.cards(arena, kind).length === count,
    );
  }

  /** Waits until the programme has come to an item. */
  isAt(itemId: string): Promise<void> {
    return this.device.until(`came to the item ${itemId}`, () => this.picture.currentItemId === itemId);
  }

  /** Posts a card on their group's board; its id. */
  async post(arena: Arena, kind: ContributionKind, words: Words): Promise<string> {
    const clientMutationId = randomUUID();
    const { boardId } = this.group(arena);
    const itemId = this.picture.currentItemId;
    const lens = kind === "PRACTICE_EXAMPLE" ? ("GOOD" as const) : null;
    const input = { clientMutationId, boardId, itemId, kind, lens, fromAuthor: false, ...words };
    await this.device.act(PostContributionDocument, input);
    return clientMutationId;
  }

  async sign(sign: { readonly ready?: boolean; readonly hand?: boolean }): Promise<void> {
    const { gatheringId } = this;
    await this.device.act(SetSignDocument, { gatheringId, moment: this.picture.moment, ...sign });
  }
}
