import {
  AddItemDocument,
  CallTogetherDocument,
  ChangeStateDocument,
  CloseWritingDocument,
  type ContributionKind,
  CreateDeviceLinkDocument,
  CreateSignInLinkDocument,
  EditItemDocument,
  EditParticipantDocument,
  type GatheringState,
  type GatheringViewFragment,
  GoToItemDocument,
  type ItemKind,
  MakeGroupsDocument,
  NetworkMembersDocument,
  type Phase,
  type PlenaryView,
  type ProgrammeItemFieldsFragment,
  ProjectDocument,
  RedeemSignInLinkDocument,
  SeatParticipantDocument,
  SetClockDocument,
  SetPhaseDocument,
  SignOutDocument,
  WhoCallsDocument,
} from "@ordskifte/schema";
import { Device, gatheringIn } from "./device.js";

/** The laptop of the one who leads. */
export class Console {
  readonly device: Device;

  private constructor(
    origin: string,
    readonly gatheringId: string,
  ) {
    this.device = new Device(origin);
  }

  /** Signs in by the token of a one-time link, and opens the gathering. */
  static async open(origin: string, gatheringId: string, token: string): Promise<Console> {
    const console = new Console(origin, gatheringId);
    await console.device.act(RedeemSignInLinkDocument, { token, wantsToken: false });
    await console.device.openGathering(gatheringId, ["PROGRAMME", "GROUPS", "PEOPLE", "VOTING"]);
    console.device.openPulse(gatheringId);
    return console;
  }

  get picture(): GatheringViewFragment {
    const picture = gatheringIn(this.device.cache, this.gatheringId);
    if (!picture) throw new Error("The leader sees no gathering.");
    return picture;
  }

  item(kind: ItemKind): ProgrammeItemFieldsFragment {
    const item = this.picture.programme.find((one) => one.kind === kind);
    if (!item) throw new Error(`The programme has no ${kind}.`);
    return item;
  }

  /** Goes to the next item, which must be of this kind; answers it. */
  async next(kind: ItemKind): Promise<ProgrammeItemFieldsFragment> {
    const { programme, currentItemId } = this.picture;
    const at = programme.findIndex(({ id }) => id === currentItemId);
    const item = at < 0 ? programme.find(({ atHome }) => !atHome) : programme[at + 1];
    if (item?.kind !== kind) throw new Error(`After this comes ${item?.kind}, and not ${kind}.`);
    const { gatheringId } = this;
    await this.device.act(GoToItemDocument, { gatheringId, fromItemId: currentItemId, itemId: item.id });
    await this.device.act(SetClockDocument, { gatheringId, action: "START", seconds: null });
    return item;
  }

  async goTo(state: GatheringState): Promise<void> {
    await this.device.act(ChangeStateDocument, { gatheringId: this.gatheringId, to: state });
  }

  async phase(phase: Phase): Promise<void> {
    await this.device.act(SetPhaseDocument, { gatheringId: this.gatheringId, phase });
  }

  async makeGroups(arena: "CROSS" | "UNIT", size: number): Promise<void> {
    await this.device.act(MakeGroupsDocument, { gatheringId: this.gatheringId, arena, size });
  }

  async project(view: PlenaryView, of: { roundId?: string; contributionId?: string } = {}): Promise<void> {
    await this.device.act(ProjectDocument, { gatheringId: this.gatheringId, view, ...of });
  }

  /** Opened cards are their authors' alone again. */
  async takeBack(itemId: string): Promise<void> {
    await this.device.act(CloseWritingDocument, { itemId });
  }

  /** Before all else, something to do at home; its id. */
  async addHomework(): Promise<string> {
    const asked = { title: "Forarbeid", instruction: "Skriv ned ett eksempel.", minutes: 20, atHome: true };
    const how = {
      kind: "OWN_PRACTICE",
      arena: "UNIT",
      writing: "OPEN",
      naming: "NAMED",
      critique: true,
    } as const;
    const when = { dueAt: null, startsAt: null, phases: null, vote: null };
    const item = { ...asked, ...how, ...when, invites: ["PRACTICE_EXAMPLE" as const] };
    const { gatheringId } = this;
    const added = await this.device.act(AddItemDocument, { gatheringId, afterItemId: null, item });
    return added.item?.id ?? "";
  }

  /** One more kind of card may be written in an item that is neither divided nor voted in. */
  async invite(kind: ItemKind, card: ContributionKind): Promise<void> {
    const { id, title, arena, minutes, instruction, writing, naming, atHome, ...rest } = this.item(kind);
    const { dueAt, startsAt, critique, invites } = rest;
    const fields = {
      title,
      kind,
      arena,
      minutes,
      instruction,
      writing,
      naming,
      atHome,
      dueAt,
      startsAt,
      critique,
    };
    const item = { ...fields, invites: [...invites, card], phases: null, vote: null };
    await this.device.act(EditItemDocument, { itemId: id, item });
  }

  /** Calls everybody to a board; null lets them go. */
  async callTo(boardId: string | null): Promise<void> {
    await this.device.act(CallTogetherDocument, { gatheringId: this.gatheringId, boardId });
  }

  async seat(participantId: string, groupId: string): Promise<void> {
    await this.device.act(SeatParticipantDocument, { participantId, groupId });
  }

  async help(participantId: string, who: { name: string; unitId: string; people: number }): Promise<void> {
    await this.device.act(EditParticipantDocument, { participantId, ...who });
  }

  /** The token of a one-time link to another phone. */
  async linkFor(participantId: string): Promise<string> {
    const made = await this.device.act(CreateDeviceLinkDocument, { participantId });
    return made.url.split("/").at(-1) ?? "";
  }

  /** The leader goes on at another laptop, let in by this one, which is signed out and closed. */
  async moveTo(origin: string): Promise<Console> {
    const token = await this.linkForMyself();
    const next = await Console.open(origin, this.gatheringId, token);
    await this.device.ask(SignOutDocument, { input: { clientMutationId: crypto.randomUUID() } });
    const { viewer } = await this.device.ask(WhoCallsDocument, {});
    if (viewer.person) throw new Error("The old laptop is still signed in.");
    await this.device.close();
    return next;
  }

  private async linkForMyself(): Promise<string> {
    const { device } = this;
    const me = (await device.ask(WhoCallsDocument, {})).viewer.person?.id;
    const variables = { id: this.picture.networkId, first: 50, after: null };
    const { network } = await device.ask(NetworkMembersDocument, variables);
    const mine = network.members.edges.find(({ node }) => node.person.id === me)?.node;
    const made = await device.act(CreateSignInLinkDocument, { membershipId: mine?.id ?? "" });
    return made.signInLink?.url.split("/").at(-1) ?? "";
  }
}
