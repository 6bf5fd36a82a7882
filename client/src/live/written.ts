import type { ApolloCache } from "@apollo/client/cache";
import type {
  BoardWrittenFieldsFragment,
  CastBallotMutation,
  CastTableBallotsMutation,
  GatheringWrittenFieldsFragment,
  PassTurnMutation,
  SetSignMutation,
} from "@ordskifte/schema";
import { applyBoardWritten } from "./board-cache.js";
import { applySignWritten, applyTurnWritten } from "./sign-cache.js";
import { applyGatheringWritten, applyTableCast, putBallot } from "./gathering-cache.js";

type Cast = Extract<CastBallotMutation["result"], { __typename: "BallotCast" }>;
type TableCast = Extract<CastTableBallotsMutation["result"], { __typename: "TableCast" }>;
type Signed = Extract<SetSignMutation["result"], { __typename: "SignWritten" }>;
type Passed = Extract<PassTurnMutation["result"], { __typename: "TurnWritten" }>;

/**
 * Writes the changes in a mutation's answer to the cache; an answer without any is left alone.
 * `withdrawnId` names the card that a withdrawal took away.
 */
export function applyWritten(cache: ApolloCache, result: { __typename: string }, withdrawnId?: string): void {
  if (isBoardWritten(result)) applyBoardWritten(cache, result, withdrawnId);
  else if (isGatheringWritten(result)) applyGatheringWritten(cache, result);
  else if (isBallotCast(result)) putBallot(cache, result.ballot);
  else if (isTableCast(result)) applyTableCast(cache, result);
  else if (isSignWritten(result)) applySignWritten(cache, result);
  else if (isTurnWritten(result)) applyTurnWritten(cache, result);
}

function isBoardWritten(result: { __typename: string }): result is BoardWrittenFieldsFragment {
  return result.__typename === "BoardWritten" && "board" in result;
}

function isGatheringWritten(result: { __typename: string }): result is GatheringWrittenFieldsFragment {
  return result.__typename === "GatheringWritten" && "gathering" in result;
}

function isSignWritten(result: { __typename: string }): result is Signed {
  return result.__typename === "SignWritten" && "sign" in result;
}

function isTurnWritten(result: { __typename: string }): result is Passed {
  return result.__typename === "TurnWritten" && "turn" in result;
}

function isBallotCast(result: { __typename: string }): result is Cast {
  return result.__typename === "BallotCast" && "ballot" in result;
}

function isTableCast(result: { __typename: string }): result is TableCast {
  return result.__typename === "TableCast" && "round" in result;
}
