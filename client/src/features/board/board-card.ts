import type { ContributionKind, Language, Lens, LinkKind } from "@ordskifte/schema";
import type { BoardView, GatheringView, InputOf, OutboxItem } from "../../live/index.js";

export type Contribution = BoardView["contributions"]["edges"][number]["node"];
export type Viewer = GatheringView["viewer"]["participant"];
export type Refusal = Extract<OutboxItem["state"], { kind: "refused" }>["refusal"];

/** How far the newest change of an own card has come. */
export type Delivery =
  | { readonly kind: "saved" }
  | { readonly kind: "sending"; readonly itemId: string }
  | { readonly kind: "waiting"; readonly itemId: string }
  | { readonly kind: "refused"; readonly itemId: string; readonly refusal: Refusal }
  | { readonly kind: "failed"; readonly itemId: string; readonly code: string };

/** The words of a card, as a form edits them. */
export interface CardWords {
  readonly title: string | null;
  readonly body: string;
  readonly lens: Lens | null;
  readonly challengeUsOn: string | null;
  readonly theme: string | null;
  /** What the words are written in; null where it was not told. */
  readonly language: Language | null;
}

/** A card as the board shows it: one that the server has, or one still on its way there. */
export interface BoardCard extends CardWords {
  readonly id: string;
  readonly kind: ContributionKind;
  /** The programme item the writing began in. */
  readonly itemId: string | null;
  readonly createdAt: string;
  readonly links: readonly { readonly kind: LinkKind; readonly toId: string }[];
  readonly authorId: string | null;
  readonly unitId: string | null;
  /** Name and unit; null on an anonymous card. */
  readonly from: string | null;
  readonly anonymous: boolean;
  readonly isMine: boolean;
  readonly onlyMe: boolean;
  readonly hiddenReason: string | null;
  readonly isHidden: boolean;
  readonly fromAuthor: boolean;
  readonly mergedIntoId: string | null;
  readonly edited: boolean;
  /** Null on other people's cards. */
  readonly delivery: Delivery | null;
}

/** What the outbox is doing, as far as cards go. */
export interface Sending {
  readonly items: readonly OutboxItem[];
  readonly sendingId: string | null;
  readonly online: boolean;
}

function deliveryOf(item: OutboxItem, sending: Sending): Delivery {
  const { state, id: itemId } = item;
  if (state.kind === "refused") return { kind: "refused", itemId, refusal: state.refusal };
  if (state.kind === "failed") return { kind: "failed", itemId, code: state.code };
  const onItsWay = sending.online || sending.sendingId === itemId;
  return { kind: onItsWay ? "sending" : "waiting", itemId };
}

const presented = new WeakMap<Contribution, BoardCard>();

/** The card as the server has it; the same one for the same contribution, so that it is drawn once. */
export function fromContribution(card: Contribution): BoardCard {
  const known = presented.get(card);
  if (known) return known;
  const made = present(card);
  presented.set(card, made);
  return made;
}

function present(card: Contribution): BoardCard {
  return {
    ...wordsOf(card),
    id: card.id,
    kind: card.kind,
    itemId: card.itemId,
    createdAt: card.createdAt,
    links: card.links,
    authorId: card.author?.id ?? null,
    unitId: card.unit?.id ?? null,
    from: card.author ? signature(card.author.name, card.unit?.name) : null,
    anonymous: card.anonymous,
    isMine: card.isMine,
    onlyMe: card.visibility === "ONLY_ME",
    hiddenReason: card.hiddenReason,
    isHidden: card.visibility === "HIDDEN",
    fromAuthor: card.__typename === "Answer" && card.fromAuthor,
    mergedIntoId: card.__typename === "Idea" ? card.mergedIntoId : null,
    edited: card.editedAt !== null,
    delivery: card.isMine ? { kind: "saved" } : null,
  };
}

function wordsOf(card: Contribution): CardWords {
  const { body, language } = card;
  if (card.__typename === "PracticeExample") {
    const { title, lens, challengeUsOn, theme } = card;
    return { title, body, lens, challengeUsOn, theme, language };
  }
  const title = card.__typename === "TheoryInput" ? card.title : null;
  return { title, body, lens: null, challengeUsOn: null, theme: null, language };
}

function signature(name: string, unit: string | undefined): string {
  return unit ? `${name}, ${unit}` : name;
}

/** What a card that is on its way needs to know about where it will stand. */
export interface Surroundings {
  readonly viewer: Viewer;
  /** Whether the item is still being written in silence, and whether it is anonymous. */
  readonly ruleOf: (itemId: string | null) => { readonly silent: boolean; readonly anonymous: boolean };
  readonly sending: Sending;
}

/** The card that a waiting write will become; null for a write that makes no card. */
export function fromOutbox(item: OutboxItem, around: Surroundings): BoardCard | null {
  if (item.name === "PostContribution") return fromPost(item, item.input, around);
  if (item.name !== "TakeHome") return null;
  const { body, language } = item.input;
  const input = { kind: "TAKEAWAY" as const, body, language, boardId: item.scope };
  const links = [{ kind: "TAKEN_HOME_FROM" as const, toId: item.input.contributionId }];
  return { ...fromPost(item, input, around), links };
}

function fromPost(
  item: OutboxItem,
  input: InputOf<"PostContribution">,
  { viewer, ruleOf, sending }: Surroundings,
): BoardCard {
  const { silent, anonymous } = ruleOf(input.itemId ?? null);
  return {
    id: item.id,
    kind: input.kind,
    itemId: input.itemId ?? null,
    createdAt: item.createdAt,
    ...typedWords(input),
    ...signedBy(viewer, anonymous),
    links: linksOf(input),
    anonymous,
    isMine: true,
    onlyMe: silent,
    hiddenReason: null,
    isHidden: false,
    fromAuthor: input.fromAuthor ?? false,
    mergedIntoId: null,
    edited: false,
    delivery: deliveryOf(item, sending),
  };
}

type TypedWords = Pick<InputOf<"PostContribution">, keyof CardWords>;

function typedWords({ body, title, lens, challengeUsOn, theme, language }: TypedWords): CardWords {
  return {
    body,
    title: title ?? null,
    lens: lens ?? null,
    challengeUsOn: challengeUsOn ?? null,
    theme: theme ?? null,
    language: language ?? null,
  };
}

function signedBy(viewer: Viewer, anonymous: boolean): Pick<BoardCard, "authorId" | "unitId" | "from"> {
  if (!viewer) return { authorId: null, unitId: null, from: null };
  const from = anonymous ? null : signature(viewer.name, viewer.unit.name);
  return { authorId: viewer.id, unitId: viewer.unit.id, from };
}

function linksOf({ kind, toId }: InputOf<"PostContribution">): BoardCard["links"] {
  if (!toId) return [];
  if (kind === "CHALLENGE") return [{ kind: "CHALLENGES", toId }];
  return [{ kind: kind === "ANSWER" ? "ANSWERS" : "SPRINGS_FROM", toId }];
}

/** The card with an edit laid over it that the server has not accepted yet. */
export function withEdit(card: BoardCard, item: OutboxItem, sending: Sending): BoardCard {
  if (item.name !== "EditContribution") return { ...card, delivery: deliveryOf(item, sending) };
  return { ...card, ...typedWords(item.input), delivery: deliveryOf(item, sending) };
}
