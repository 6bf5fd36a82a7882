import type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";
import {
  CastBallotDocument,
  CastTableBallotsDocument,
  EditContributionDocument,
  MarkAnswerDocument,
  PostContributionDocument,
  SetSignDocument,
  TakeHomeDocument,
  WithdrawContributionDocument,
  type Operation,
  type RefusalFieldsFragment,
} from "@ordskifte/schema";

/** The writes that wait for the net: what people wrote, what they voted, and that they are ready or have a hand up. */
const sendable = {
  PostContribution: PostContributionDocument,
  EditContribution: EditContributionDocument,
  WithdrawContribution: WithdrawContributionDocument,
  MarkAnswer: MarkAnswerDocument,
  TakeHome: TakeHomeDocument,
  CastBallot: CastBallotDocument,
  CastTableBallots: CastTableBallotsDocument,
  SetSign: SetSignDocument,
} as const;

/** The mutation of an item, with the answers of all of them. */
export function documentOf(name: SendableName): Operation<{ result: Answer }, unknown> {
  return sendable[name] as Operation<{ result: Answer }, unknown>;
}

export type SendableName = keyof typeof sendable;
/** What one of them is given; the outbox adds `clientMutationId`. */
export type InputOf<Name extends SendableName> = Omit<
  VariablesOf<(typeof sendable)[Name]>["input"],
  "clientMutationId"
>;
/** What the server can answer one of them. */
export type AnswerOf<Name extends SendableName> = ResultOf<(typeof sendable)[Name]>["result"];
export type Answer = AnswerOf<SendableName>;

/**
 * `waiting`: not answered yet. `refused`: the server gave a reason that the person can act on.
 * `failed`: it cannot be sent as it is, and trying again by itself would not help.
 */
export type ItemState =
  | { readonly kind: "waiting" }
  | { readonly kind: "refused"; readonly refusal: RefusalFieldsFragment }
  | { readonly kind: "failed"; readonly code: string };

interface ItemOf<Name extends SendableName> {
  /** The `clientMutationId`; for a new card its id. */
  readonly id: string;
  readonly name: Name;
  readonly input: InputOf<Name>;
  /** Whose it is; nobody else may send it or see it. */
  readonly personId: string | null;
  /** The board or the gathering it belongs to. */
  readonly scope: string;
  /** By this device's clock, for display. */
  readonly createdAt: string;
  readonly state: ItemState;
  /** Takes away what might have arrived although it was taken back. */
  readonly isAftermath?: boolean;
}

export type OutboxItem = { [Name in SendableName]: ItemOf<Name> }[SendableName];
export type BallotItem = ItemOf<"CastBallot"> | ItemOf<"CastTableBallots">;

/** Puts `item` last; a newer ballot takes the place of one that has not been sent. */
export function withItem(list: readonly OutboxItem[], item: OutboxItem): OutboxItem[] {
  return [...list.filter((other) => !isReplacedBy(other, item)), item];
}

function isReplacedBy(old: OutboxItem, next: OutboxItem): boolean {
  if (old.name === "CastTableBallots" && next.name === "CastTableBallots")
    return old.personId === next.personId && old.input.roundId === next.input.roundId;
  return (
    old.name === "CastBallot" &&
    next.name === "CastBallot" &&
    old.personId === next.personId &&
    old.input.roundId === next.input.roundId &&
    (old.input.voter ?? 1) === (next.input.voter ?? 1)
  );
}

export function withoutItem(list: readonly OutboxItem[], id: string): OutboxItem[] {
  return list.filter((item) => item.id !== id);
}

export function withState(list: readonly OutboxItem[], id: string, state: ItemState): OutboxItem[] {
  return list.map((item) => (item.id === id ? { ...item, state } : item));
}

/** A sign that came too late says nothing any more, and what never arrived need not be taken away. */
export function isForgottenWhenRefused({ name, isAftermath }: OutboxItem): boolean {
  return name === "SetSign" || isAftermath === true;
}

/** Whether it holds somebody's words for a card of its own. */
function isNewCard({ name }: OutboxItem): boolean {
  return name === "PostContribution" || name === "TakeHome";
}

/**
 * Takes an item out. A card whose turn to be sent has come may have arrived without our hearing of it; its place is taken by
 * a withdrawal under the id `withdrawalId`, so that what was taken back is not on the board after all.
 */
export function takenBack(list: readonly OutboxItem[], id: string, withdrawalId: string): OutboxItem[] {
  const item = list.find((other) => other.id === id);
  if (!item || !isNewCard(item) || !mayHaveArrived(list, item)) return withoutItem(list, id);
  const withdrawal: OutboxItem = {
    ...item,
    id: withdrawalId,
    name: "WithdrawContribution",
    input: { contributionId: id },
    state: { kind: "waiting" },
    isAftermath: true,
  };
  return list.map((other) => (other === item ? withdrawal : other));
}

function mayHaveArrived(list: readonly OutboxItem[], item: OutboxItem): boolean {
  if (item.state.kind === "failed") return item.state.code === "TROUBLE";
  return item.state.kind === "waiting" && firstWaiting(list.filter(isOf(item.personId))) === item;
}

function isOf(personId: string | null): (item: OutboxItem) => boolean {
  return (item) => item.personId === personId;
}

/** New cards that others than `personId` wrote at this device and have not got sent. */
export function leftBehind(list: readonly OutboxItem[], personId: string | null): OutboxItem[] {
  return list.filter((item) => item.personId !== personId && isNewCard(item));
}

/** Whether somebody waits for it to be sent. */
export function isUnsent({ state, isAftermath }: OutboxItem): boolean {
  return state.kind === "waiting" && !isAftermath;
}

/** Whether it is a card that cannot be sent as it is: its author decides what becomes of it. */
export function isStuck(item: OutboxItem): boolean {
  return item.state.kind !== "waiting" && isNewCard(item);
}

/** Whether it is a change of a ballot that was turned down: what counts is what the server had before it. */
export function isUncounted(item: OutboxItem): item is BallotItem {
  return item.state.kind !== "waiting" && (item.name === "CastBallot" || item.name === "CastTableBallots");
}

export function firstWaiting(list: readonly OutboxItem[]): OutboxItem | undefined {
  return list.find(({ state }) => state.kind === "waiting");
}
