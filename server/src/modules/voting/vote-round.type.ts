import { Field, ID, Int, ObjectType } from "type-graphql";
import { Language, RoundState } from "../../kernel/words.js";
import { VotePer } from "../gatherings/index.js";
import { CursorScalar, UuidScalar } from "../../kernel/scalars.js";

@ObjectType("Candidate", { description: "An idea that can be voted for." })
export class Candidate {
  @Field(() => ID, { description: "The idea." })
  ideaId!: string;

  @Field(() => String, { description: "Its text." })
  body!: string;

  @Field(() => Language, {
    nullable: true,
    description: "What it is written in; null where it was not told.",
  })
  language!: Language | null;

  @Field(() => String, { description: "What the board it stands on is called." })
  boardTitle!: string;
}

@ObjectType("VoteResult", { description: "What an idea got, once the leader has revealed it." })
export class VoteResult {
  @Field(() => ID, { description: "The idea." })
  ideaId!: string;

  @Field(() => Int, { description: "All its dots, with those of ideas that were merged into it." })
  dots!: number;

  @Field(() => Int, { description: "How many people put a dot on it." })
  voters!: number;

  @Field(() => Int, { description: "Its place, from 1; ties share a place, and the next ones are left out." })
  place!: number;
}

@ObjectType("BallotChoice", { description: "One person's dots on one idea." })
export class BallotChoiceType {
  @Field(() => ID, { description: "The idea." })
  ideaId!: string;

  @Field(() => Int, { description: "How many dots." })
  dots!: number;
}

@ObjectType("Ballot", { description: "The dots of one person in one round; nobody else sees it." })
export class BallotType {
  @Field(() => ID, { description: "The ballot's id." })
  id!: string;

  @Field(() => ID, { description: "The round." })
  roundId!: string;

  @Field(() => Int, { description: "Which of the people at the device, from 1." })
  voter!: number;

  @Field(() => [BallotChoiceType], { description: "The dots; none where the ballot was retracted." })
  choices!: BallotChoiceType[];
}

@ObjectType("VoteRound", { description: "A round of dots on ideas." })
export class VoteRoundType {
  @Field(() => ID, { description: "The round's id." })
  id!: string;

  @Field(() => String, { description: "What is voted on." })
  title!: string;

  @Field(() => ID, { nullable: true, description: "The programme item it was opened in." })
  itemId!: string | null;

  @Field(() => Int, { description: "The dots each person, or each unit, has." })
  budget!: number;

  @Field(() => Int, { description: "The most of these that may be put on one idea." })
  maxPerIdea!: number;

  @Field(() => VotePer, { description: "Whether each person has a ballot, or each unit one together." })
  per!: VotePer;

  @Field(() => RoundState, { description: "Where it stands." })
  state!: RoundState;

  @Field(() => [Candidate], {
    description: "The ideas, oldest first; without those that are withdrawn, hidden or merged.",
  })
  candidates!: Candidate[];

  @Field(() => Int, { description: "Ballots that are in: people, or units." })
  votedCount!: number;

  @Field(() => Int, { description: "How many there could be." })
  voterCount!: number;

  @Field(() => [VoteResult], {
    nullable: true,
    description: "Null until the leader reveals them; the most dots first.",
  })
  results!: VoteResult[] | null;

  @Field(() => [BallotType], {
    description:
      "The caller's own ballots, one for each person at the device that has voted; or their unit's.",
  })
  viewerBallots!: BallotType[];
}

@ObjectType("VoteRoundPut", { description: "A vote round is new, or looks different now." })
export class VoteRoundPut {
  @Field(() => VoteRoundType, { description: "The round." })
  round: VoteRoundType;

  constructor(round: VoteRoundType) {
    this.round = round;
  }
}

@ObjectType("VoteCountPut", {
  description: "More or fewer have voted, or could; nothing else of the round is new.",
})
export class VoteCountPut {
  @Field(() => ID, { description: "The round." })
  roundId: string;

  @Field(() => Int, { description: "People who have a ballot in." })
  votedCount: number;

  @Field(() => Int, { description: "People who could." })
  voterCount: number;

  constructor(roundId: string, votedCount: number, voterCount: number) {
    this.roundId = roundId;
    this.votedCount = votedCount;
    this.voterCount = voterCount;
  }
}

@ObjectType("BallotPut", {
  description: "A ballot of the caller's own, or of their unit, stands; from whichever device it was cast.",
})
export class BallotPut {
  @Field(() => BallotType, { description: "The ballot, in place of the one with its id." })
  ballot: BallotType;

  constructor(ballot: BallotType) {
    this.ballot = ballot;
  }
}

@ObjectType("BallotCast", { description: "A ballot that stands." })
export class BallotCast {
  @Field(() => UuidScalar, { description: "The write that is answered." })
  clientMutationId!: string;

  @Field(() => CursorScalar, { description: "Where in the gathering's stream it stands." })
  cursor!: string;

  @Field(() => BallotType, { description: "The ballot as it now is." })
  ballot!: BallotType;
}

@ObjectType("TableCast", { description: "A table's ballots that stand." })
export class TableCast {
  @Field(() => UuidScalar, { description: "The write that is answered." })
  clientMutationId!: string;

  @Field(() => CursorScalar, { description: "Where in the gathering's stream it stands." })
  cursor!: string;

  @Field(() => VoteRoundType, {
    description: "The round as the caller now sees it, with each of the ballots.",
  })
  round!: VoteRoundType;
}
