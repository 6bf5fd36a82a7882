import type { ApolloCache } from "@apollo/client";
import {
  type GroupReadyFieldsFragment,
  GroupReadyFieldsFragmentDoc,
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
  putRef(cache, owner, "signs", id);
}

export function putTurn(cache: ApolloCache, owner: string, data: TurnFieldsFragment): void {
  const id = `Turn:${JSON.stringify({ groupId: data.groupId })}`;
  cache.writeFragment({ id, fragment: TurnFieldsFragmentDoc, fragmentName: "TurnFields", data });
  putRef(cache, owner, "turns", id);
}

export function putGroupReady(cache: ApolloCache, owner: string, data: GroupReadyFieldsFragment): void {
  const id = `GroupReady:${JSON.stringify({ groupId: data.groupId })}`;
  cache.writeFragment({ id, fragment: GroupReadyFieldsFragmentDoc, fragmentName: "GroupReadyFields", data });
  putRef(cache, owner, "groupReady", id);
}

function putRef(cache: ApolloCache, owner: string, list: "signs" | "turns" | "groupReady", id: string): void {
  changeList(cache, owner, list, { put: [{ __ref: id }], gone: [] });
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
