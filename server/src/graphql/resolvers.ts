import type { NonEmptyArray } from "type-graphql";
import {
  BoardResolver,
  BoardWritesResolver,
  GatheringBoardsResolver,
  GroupMakingResolver,
  PreparationResolver,
} from "../modules/boards/index.js";
import { CallerResolver } from "../modules/callers/index.js";
import { ErasureResolver } from "../modules/erasure/index.js";
import { BoardFeedResolver, GatheringFeedResolver, PulseFeedResolver } from "../modules/feeds/index.js";
import { gatheringResolvers } from "../modules/gatherings/index.js";
import { GroupResolver, MeetingsResolver, SeatingResolver } from "../modules/groups/index.js";
import { networkResolvers } from "../modules/networks/index.js";
import { PlenaryResolver } from "../modules/plenary/index.js";
import { SignResolver } from "../modules/signs/index.js";
import { RoundOfBallotResolver, RoundOfWrittenResolver, VotingResolver } from "../modules/voting/index.js";

/** Every class with queries, mutations, subscriptions or fields. A module adds its own here. */
export const resolvers: NonEmptyArray<new () => object> = [
  CallerResolver,
  ...networkResolvers,
  ...gatheringResolvers,
  BoardResolver,
  BoardWritesResolver,
  GatheringBoardsResolver,
  BoardFeedResolver,
  GatheringFeedResolver,
  PulseFeedResolver,
  GroupResolver,
  GroupMakingResolver,
  SeatingResolver,
  MeetingsResolver,
  PreparationResolver,
  SignResolver,
  PlenaryResolver,
  VotingResolver,
  RoundOfBallotResolver,
  RoundOfWrittenResolver,
  ErasureResolver,
];
