import {
  CritiqueOff,
  InputRejected,
  KindNotInvited,
  type BoardFrozen,
  type GatheringNotOpen,
  type NotSeated,
} from "../../../kernel/refusals.js";
import { newId } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { ContributionKind, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, doneSeeing, refused, type Outcome } from "../../../live/vocabulary.js";
import { Naming, ProgrammeItem, Writing, type Participant } from "../../gatherings/index.js";
import { Unit } from "../../networks/index.js";
import { mayAnswerAsAuthor, mayPost } from "../board.policy.js";
import { ContributionLink, LinkKind } from "../contribution-link.entity.js";
import { Contribution, type Content } from "../contribution.entity.js";
import { contributionKind, factOf, type ContributionFact } from "../contribution.facts.js";
import { contentOf, type ContentInput } from "./content.js";
import { freshCard } from "./fresh-card.js";
import { atBoard, cardSeenBy, closedFor, withoutSeat, type AtBoard } from "./writing.js";

export interface PostContribution extends ContentInput {
  readonly clientMutationId: string;
  readonly boardId: string;
  readonly itemId?: string | null;
  readonly kind: ContributionKind;
  readonly toId?: string | null;
  readonly fromAuthor: boolean;
}

type NotHere = KindNotInvited | CritiqueOff;
export type PostRefusal = InputRejected | GatheringNotOpen | BoardFrozen | NotHere | NotSeated;
export interface CardWritten {
  readonly boardId: string;
  readonly contributionId: string;
}

/** How the caller stood to the board, and the card as they left it. */
export interface CardSeen {
  readonly at: AtBoard;
  readonly fact: ContributionFact;
}

/** How a card of each kind is tied to the card it was written to, and what that card must be; null for any. */
const ties: Partial<
  Record<ContributionKind, { link: LinkKind; to: ContributionKind | null; needed: boolean }>
> = {
  [ContributionKind.CHALLENGE]: { link: LinkKind.CHALLENGES, to: null, needed: true },
  [ContributionKind.ANSWER]: { link: LinkKind.ANSWERS, to: ContributionKind.CHALLENGE, needed: true },
  [ContributionKind.IDEA]: { link: LinkKind.SPRINGS_FROM, to: null, needed: false },
  [ContributionKind.REFLECTION]: { link: LinkKind.SPRINGS_FROM, to: null, needed: false },
};

/** The card that is written to: undefined for none, or why it cannot be. */
const targetOf = async (
  tx: Tx,
  at: AtBoard,
  input: PostContribution,
): Promise<Readonly<Contribution> | undefined | InputRejected> => {
  const tie = ties[input.kind];
  if (!input.toId) return tie?.needed ? new InputRejected("toId", InputProblem.EMPTY) : undefined;
  if (!tie) return new InputRejected("toId", InputProblem.NOT_ALLOWED);
  const card = await cardSeenBy(tx, at, input.toId);
  if (!card) return new InputRejected("toId", InputProblem.UNKNOWN);
  return tie.to && card.kind !== tie.to ? new InputRejected("toId", InputProblem.NOT_ALLOWED) : card;
};

/** The item the writing began in: late writes are kept under it, whatever is on now. */
const itemOf = async (
  tx: Tx,
  { who }: AtBoard,
  itemId: string | null | undefined,
): Promise<Readonly<ProgrammeItem> | null | InputRejected> => {
  const id = itemId ?? who.gathering.currentItemId;
  if (!id) return null;
  const item = await tx.get(ProgrammeItem, id);
  return item?.gatheringId === who.gathering.id ? item : new InputRejected("itemId", InputProblem.UNKNOWN);
};

/** Why the item that the writing began in does not take a card of this kind, or null. */
const notTaken = (item: Readonly<ProgrammeItem> | null, kind: ContributionKind): NotHere | null => {
  if (!item) return null;
  if (kind === ContributionKind.CHALLENGE && !item.critique) return new CritiqueOff();
  return item.invites.includes(kind) ? null : new KindNotInvited(kind);
};

/** Whether the author of what was challenged, or somebody of their unit, is speaking. */
const speaksAsAuthor = async (tx: Tx, at: AtBoard, challenge: Readonly<Contribution>): Promise<boolean> => {
  const { id: fromId, boardId } = challenge;
  const [link] = await tx.find(ContributionLink, { boardId, fromId, kind: LinkKind.CHALLENGES });
  const challenged = link && (await tx.get(Contribution, link.toId));
  return challenged ? mayAnswerAsAuthor(at.who, challenged) : false;
};

const tie = (tx: Tx, card: Contribution, to: Readonly<Contribution>): ContributionFact["links"] => {
  const kind = ties[card.kind]?.link;
  if (!kind) return [];
  tx.insert(ContributionLink, { id: newId(), boardId: card.boardId, fromId: card.id, toId: to.id, kind });
  return [{ kind, toId: to.id }];
};

/** The card as it lies there now, with all that is needed to show it. */
const seen = async (
  tx: Tx,
  at: AtBoard,
  card: Contribution,
  links: ContributionFact["links"],
): Promise<CardSeen> => {
  const unit = (await tx.get(Unit, card.unitId)) as Readonly<Unit>;
  return { at, fact: factOf(card, at.who.participant as Readonly<Participant>, unit, links) };
};

/** What a card is made of, once everything about it is right. */
interface Ready {
  readonly content: Content;
  readonly item: Readonly<ProgrammeItem> | null;
  readonly to: Readonly<Contribution> | undefined;
}

const readyFor = async (
  tx: Tx,
  at: AtBoard,
  input: PostContribution,
): Promise<Outcome<Ready, PostRefusal>> => {
  const content = contentOf(input.kind, input, input.fromAuthor);
  if (content instanceof InputRejected) return refused(content);
  const item = await itemOf(tx, at, input.itemId);
  if (item instanceof InputRejected) return refused(item);
  const notHere = notTaken(item, input.kind);
  if (notHere) return refused(notHere);
  const to = await targetOf(tx, at, input);
  if (to instanceof InputRejected) return refused(to);
  const mayClaim = !input.fromAuthor || (to !== undefined && (await speaksAsAuthor(tx, at, to)));
  return mayClaim
    ? done({ content, item, to })
    : refused(new InputRejected("fromAuthor", InputProblem.NOT_ALLOWED));
};

const cardOf = (tx: Tx, at: AtBoard, input: PostContribution, { content, item }: Ready): Contribution =>
  freshCard(tx, at, input, {
    kind: input.kind,
    content,
    itemId: item?.id ?? null,
    anonymous: item?.naming === Naming.ANONYMOUS,
    silent: item?.writing === Writing.SILENT && item.openedAt === null,
  });

const post = async (
  tx: Tx,
  actor: Actor,
  input: PostContribution,
): Promise<Outcome<CardWritten, PostRefusal, CardSeen>> => {
  const at = await atBoard(tx, actor, input.boardId);
  demand(mayPost, at.who, undefined);
  const closed = closedFor(at) ?? withoutSeat(at);
  if (closed) return refused(closed);
  const ready = await readyFor(tx, at, input);
  if (!ready.done) return ready;
  const card = cardOf(tx, at, input, ready.value);
  tx.insert(Contribution, card);
  const links = ready.value.to ? tie(tx, card, ready.value.to) : [];
  const shown = await seen(tx, at, card, links);
  tx.show(card.boardId, contributionKind, card.id, () => shown.fact);
  return doneSeeing({ boardId: card.boardId, contributionId: card.id }, shown);
};

/** Puts a card on a board. Its id is the id of the mutation. */
export const postContribution = (
  commit: Commit,
  actor: Actor,
  input: PostContribution,
): Promise<Committed<CardWritten, PostRefusal, CardSeen>> =>
  commit({
    streams: [input.boardId],
    command: "contribution.post",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => post(tx, actor, input),
  });
