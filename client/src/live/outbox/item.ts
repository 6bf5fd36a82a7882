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
}

export type OutboxItem = { [Name in SendableName]: ItemOf<Name> }[SendableName];

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

/** A sign that came too late says nothing any more: nobody is asked what to do with it. */
export function isForgottenWhenRefused({ name }: OutboxItem): boolean {
  return name === "SetSign";
}

export function firstWaiting(list: readonly OutboxItem[]): OutboxItem | undefined {
  return list.find(({ state }) => state.kind === "waiting");
}
