import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "graphql-ws";
import { Api, codeOf, type Fields, isRefusal } from "../house/api.js";
import { ballotFor, type Deed, kindOf, nextDeed } from "./deeds.js";
import { followStream, openSocket } from "./feeds.js";
import {
  BOARD,
  BOARD_FEED,
  type Card,
  GATHERING,
  GATHERING_FEED,
  type GatheringPicture,
  HallView,
} from "./hall-view.js";
import type { Tally } from "./tally.js";

export interface Newcomer {
  readonly code: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string };
}

const JOIN = `mutation ($input: JoinInput!) { done: join(input: $input) { __typename ... on Joined { token gathering { id } } } }`;
const DO = {
  postContribution:
    "mutation ($input: PostContributionInput!) { done: postContribution(input: $input) { __typename } }",
  takeHome: "mutation ($input: TakeHomeInput!) { done: takeHome(input: $input) { __typename } }",
  castBallot: "mutation ($input: CastBallotInput!) { done: castBallot(input: $input) { __typename } }",
} as const;
const RETRY_MS = 500;
/** People think before they write, and read between. Milliseconds. */
const PAUSE = { shortest: 4_000, longest: 25_000 };

/** One simulated participant with a device: sees what the others do, and does what the programme invites to. */
export class Participant {
  private view: HallView | null = null;
  private cards = new Map<string, Card>();
  private boardId: string | null = null;
  private socket: Client | null = null;
  private readonly stops: (() => void)[] = [];
  private readonly done = new Map<string, number>();
  private readonly voted = new Set<string>();
  private readonly kept: { boardId: string; id: string }[] = [];

  constructor(
    private api: Api,
    private readonly who: Newcomer,
    private readonly tally: Tally,
    private readonly ending: AbortSignal,
  ) {}

  /** Comes in, and takes part until the end. */
  async takePart(): Promise<void> {
    const gatheringId = await this.join();
    if (!gatheringId) return;
    this.socket = openSocket(this.api);
    await this.look(gatheringId);
    while (await this.pause()) await this.act().catch(() => undefined);
  }

  /** Counts as lost what was acknowledged and cannot be found again, and goes. */
  async leave(): Promise<void> {
    for (const boardId of new Set(this.kept.map((card) => card.boardId))) {
      const cards = await this.readBoard(boardId).catch(() => null);
      const missing = this.kept.filter((card) => card.boardId === boardId && !cards?.has(card.id));
      this.tally.lost += missing.length;
    }
    for (const stop of this.stops) stop();
    await this.socket?.dispose();
  }

  private async join(): Promise<string | null> {
    const { code, name, unit } = this.who;
    const answer = await this.send(JOIN, { code, name, unitId: unit.id, wantsToken: true });
    if (!answer) return null;
    this.tally.joined += 1;
    this.api = this.api.as(String(answer["token"]));
    return (answer["gathering"] as { id: string }).id;
  }

  private async look(id: string): Promise<void> {
    const picture = await this.api.read<GatheringPicture>(GATHERING, { id });
    const view = new HallView(picture);
    this.view = view;
    const again = (): void => void this.look(id).catch(() => undefined);
    this.follow(GATHERING_FEED, { id, cursor: picture.cursor }, (change) => view.take(change), again);
  }

  private follow(
    ...[query, from, onChange, onReset]: Parameters<typeof followStream> extends [Client, ...infer Rest]
      ? Rest
      : never
  ): void {
    if (this.socket) this.stops.push(followStream(this.socket, query, from, onChange, onReset));
  }

  /** A human while; false where it is over. */
  private pause(): Promise<boolean> {
    const ms = PAUSE.shortest + Math.random() * (PAUSE.longest - PAUSE.shortest);
    return delay(ms, true, { signal: this.ending }).catch(() => false);
  }

  private async act(): Promise<void> {
    const { view } = this;
    if (!view) return;
    await this.openBoard(view.boardId);
    const round = [...view.rounds.values()].find(({ id, state }) => state === "OPEN" && !this.voted.has(id));
    if (round) {
      this.voted.add(round.id);
      return this.perform(ballotFor(round));
    }
    const { item } = view;
    if (!item || !this.boardId) return;
    const done = (kind: string): number => this.done.get(`${item.id} ${kind}`) ?? 0;
    const cards = [...this.cards.values()];
    const deed = nextDeed({ item, boardId: this.boardId, cards, unitName: this.who.unit.name, done });
    if (!deed) return;
    this.done.set(`${item.id} ${kindOf(deed)}`, done(kindOf(deed) ?? "") + 1);
    await this.perform(deed);
  }

  /** The board that is to be written on, followed from now on. */
  private async openBoard(boardId: string | null): Promise<void> {
    if (!boardId || boardId === this.boardId) return;
    const { cursor, contributions } = await this.api.read<BoardPicture>(BOARD, { id: boardId });
    const cards = new Map(contributions.edges.map(({ node }) => [node.id, node]));
    this.cards = cards;
    this.boardId = boardId;
    const take = ({ contribution, id }: { contribution?: Card; id?: string }): void => {
      if (contribution) cards.set(contribution.id, contribution);
      if (id) cards.delete(id);
    };
    this.follow(BOARD_FEED, { id: boardId, cursor }, take, () => (this.boardId = null));
  }

  private async perform({ mutation, input }: Deed): Promise<void> {
    const clientMutationId = randomUUID();
    const answer = await this.send(DO[mutation], { clientMutationId, ...input });
    if (!answer) return;
    if (mutation === "castBallot") this.tally.votes += 1;
    else this.tally.written += 1;
    if (mutation === "postContribution")
      this.kept.push({ boardId: String(input["boardId"]), id: clientMutationId });
  }

  /** Sends a write under one id until it is answered; null where it is refused, or where the end comes first. */
  private async send(query: string, given: Fields): Promise<Fields | null> {
    const input = { clientMutationId: randomUUID(), ...given };
    const began = performance.now();
    this.tally.waiting += 1;
    for (;;) {
      const answered = await this.api.ask(query, { input }).catch(() => null);
      if (answered) {
        this.tally.waiting -= 1;
        this.tally.answered(performance.now() - began);
        const done = answered.data?.["done"] as (Fields & { __typename: string }) | undefined;
        const reason = codeOf(answered) ?? (done && isRefusal(done.__typename) ? done.__typename : null);
        if (reason) this.tally.refuse(reason);
        return reason || !done ? null : done;
      }
      if (this.ending.aborted) return null;
      await delay(RETRY_MS);
    }
  }

  private async readBoard(id: string): Promise<Set<string>> {
    const { contributions } = await this.api.read<BoardPicture>(BOARD, { id });
    return new Set(contributions.edges.map(({ node }) => node.id));
  }
}

interface BoardPicture {
  readonly cursor: string;
  readonly contributions: { readonly edges: readonly { readonly node: Card }[] };
}
