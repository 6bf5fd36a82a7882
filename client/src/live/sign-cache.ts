import type { ApolloCache } from "@apollo/client";
import {
  SignFieldsFragmentDoc,
  TurnFieldsFragmentDoc,
  type SignCountFieldsFragment,
  type SignFieldsFragment,
  type TurnFieldsFragment,
} from "@ordskifte/schema";
import { changeList, refOf } from "./entity-lists.js";

/** Writes somebody's sign; `owner` is the gathering's key. */
export function putSign(cache: ApolloCache, owner: string, data: SignFieldsFragment): void {
  const id = `Sign:${JSON.stringify({ participantId: data.participantId })}`;
  cache.writeFragment({ id, fragment: SignFieldsFragmentDoc, fragmentName: "SignFields", data });
  changeList(cache, owner, "signs", { put: [{ __ref: id }], gone: [] });
}

export function putTurn(cache: ApolloCache, owner: string, data: TurnFieldsFragment): void {
  const id = `Turn:${JSON.stringify({ groupId: data.groupId })}`;
  cache.writeFragment({ id, fragment: TurnFieldsFragmentDoc, fragmentName: "TurnFields", data });
  changeList(cache, owner, "turns", { put: [{ __ref: id }], gone: [] });
}

export function putSignCount(cache: ApolloCache, owner: string, data: SignCountFieldsFragment): void {
  cache.modify({ id: owner, fields: { signCount: () => ({ ...data }) } });
}

/** Applies the answer to somebody's own sign. */
export function applySignWritten(
  cache: ApolloCache,
  written: { gatheringId: string; sign: SignFieldsFragment; count: SignCountFieldsFragment },
): void {
  const owner = refOf(cache, { __typename: "Gathering", id: written.gatheringId }).__ref;
  cache.batch({
    update: () => {
      putSign(cache, owner, written.sign);
      putSignCount(cache, owner, written.count);
    },
  });
}

/** Applies the answer to a turn that was passed on. */
export function applyTurnWritten(
  cache: ApolloCache,
  written: { gatheringId: string; turn: TurnFieldsFragment },
): void {
  const owner = refOf(cache, { __typename: "Gathering", id: written.gatheringId }).__ref;
  putTurn(cache, owner, written.turn);
}
