/** What a participant's device knows of the gathering and of its board, kept fresh by the feeds. */
export interface Item {
  readonly id: string;
  readonly arena: string;
  readonly invites: readonly string[];
}
export interface Group {
  readonly id: string;
  readonly arena: string;
  readonly boardId: string;
  readonly members: readonly { readonly id: string }[];
}
export interface Round {
  readonly id: string;
  readonly state: string;
  readonly budget: number;
  readonly maxPerIdea: number;
  readonly candidates: readonly { readonly ideaId: string }[];
}
export interface Card {
  readonly id: string;
  readonly kind: string;
  readonly isMine: boolean;
  readonly visibility: string;
  readonly links: readonly { readonly kind: string; readonly toId: string }[];
}

const ITEM = "id arena invites";
const GROUP = "id arena boardId members { id }";
const ROUND = "id state budget maxPerIdea candidates { ideaId }";
const CARD = "id kind isMine visibility links { kind toId }";

export const GATHERING = `query ($id: ID!) { gathering(id: $id) { cursor state currentItemId viewer { participant { id } }
  programme { ${ITEM} } groups { ${GROUP} } voteRounds { ${ROUND} } } }`;
export const GATHERING_FEED = `subscription ($id: ID!, $cursor: Cursor) { feed: gatheringFeed(gatheringId: $id, cursor: $cursor) { __typename
  ... on GatheringFrame { cursor changes { __typename ... on GatheringPut { gathering { state currentItemId } }
    ... on ProgrammeItemPut { item { ${ITEM} } } ... on GroupPut { group { ${GROUP} } } ... on GroupGone { id }
    ... on VoteRoundPut { round { ${ROUND} } } } } } }`;
export const BOARD = `query ($id: ID!) { board(id: $id) { cursor contributions(first: 500) { edges { node { ${CARD} } } } } }`;
export const BOARD_FEED = `subscription ($id: ID!, $cursor: Cursor) { feed: boardFeed(boardId: $id, cursor: $cursor) { __typename
  ... on BoardFrame { cursor changes { __typename ... on ContributionPut { contribution { ${CARD} } } ... on ContributionGone { id } } } } }`;

export interface GatheringPicture {
  readonly cursor: string;
  readonly state: string;
  readonly currentItemId: string | null;
  readonly viewer: { readonly participant: { readonly id: string } | null };
  readonly programme: readonly Item[];
  readonly groups: readonly Group[];
  readonly voteRounds: readonly Round[];
}

export interface Change {
  readonly __typename: string;
  readonly id?: string;
  readonly gathering?: { readonly state: string; readonly currentItemId: string | null };
  readonly item?: Item;
  readonly group?: Group;
  readonly round?: Round;
  readonly contribution?: Card;
}

const byId = <T extends { readonly id: string }>(things: readonly T[]): Map<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** A gathering as one participant sees it. */
export class HallView {
  state: string;
  private currentItemId: string | null;
  private readonly participantId: string | null;
  private readonly items: Map<string, Item>;
  private readonly groups: Map<string, Group>;
  readonly rounds: Map<string, Round>;

  constructor(picture: GatheringPicture) {
    this.state = picture.state;
    this.currentItemId = picture.currentItemId;
    this.participantId = picture.viewer.participant?.id ?? null;
    this.items = byId(picture.programme);
    this.groups = byId(picture.groups);
    this.rounds = byId(picture.voteRounds);
  }

  get item(): Item | null {
    return this.items.get(this.currentItemId ?? "") ?? null;
  }

  /** Where this participant writes now: in the group of the item's arena, else in whichever they have. */
  get boardId(): string | null {
    const mine = [...this.groups.values()].filter(({ members }) =>
      members.some(({ id }) => id === this.participantId),
    );
    return (mine.find(({ arena }) => arena === this.item?.arena) ?? mine[0])?.boardId ?? null;
  }

  take({ gathering, item, group, round, id }: Change): void {
    if (gathering) ({ state: this.state, currentItemId: this.currentItemId } = gathering);
    if (item) this.items.set(item.id, item);
    if (group) this.groups.set(group.id, group);
    if (round) this.rounds.set(round.id, round);
    if (id) this.groups.delete(id);
  }
}
