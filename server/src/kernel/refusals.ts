import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { ContributionKind, GatheringState, InputProblem, RoundState } from "./words.js";

/**
 * A refusal is an answer that was foreseen and that a person can act on. It is returned, never thrown;
 * surprises are thrown as `CodedError`. Tell refusals apart with `instanceof`.
 */
@InterfaceType({ description: "A foreseen no, that the caller can do something about." })
export abstract class Refusal {
  @Field(() => String, { description: "For developers, in English. People are shown a text by type." })
  message: string;

  protected constructor(message: string) {
    this.message = message;
  }
}

@ObjectType({ implements: Refusal, description: "No gathering has this join code." })
export class CodeUnknown extends Refusal {
  constructor() {
    super("No gathering has this join code.");
  }
}

@ObjectType({
  implements: Refusal,
  description: "The gathering does not take this now, for the state it is in.",
})
export class GatheringNotOpen extends Refusal {
  @Field(() => GatheringState, { description: "The state the gathering is in." })
  state: GatheringState;

  constructor(state: GatheringState) {
    super("The gathering does not take this in its present state.");
    this.state = state;
  }
}

@ObjectType({ implements: Refusal, description: "The sign-in link is used, too old, or was never made." })
export class LinkExpired extends Refusal {
  constructor() {
    super("The sign-in link is used, too old, or unknown.");
  }
}

@ObjectType({ implements: Refusal, description: "One field of the input cannot be taken as it is." })
export class InputRejected extends Refusal {
  @Field(() => String, { description: "The field's name in the input, with dots for nested ones." })
  field: string;

  @Field(() => InputProblem, { description: "What is wrong with it." })
  problem: InputProblem;

  @Field(() => Int, { nullable: true, description: "The limit that was passed, where there is one." })
  limit: number | null;

  /** @param field name in the input, such as `body` or `newUnit.name`; never the caller's text. */
  constructor(field: string, problem: InputProblem, limit: number | null = null) {
    super(`The field ${field} was rejected: ${problem}.`);
    this.field = field;
    this.problem = problem;
    this.limit = limit;
  }
}

@ObjectType({ implements: Refusal, description: "The leader has frozen the board." })
export class BoardFrozen extends Refusal {
  constructor() {
    super("The board is frozen.");
  }
}

@ObjectType({ implements: Refusal, description: "The programme item does not invite this kind of card." })
export class KindNotInvited extends Refusal {
  @Field(() => ContributionKind, { description: "The kind that was offered." })
  kind: ContributionKind;

  constructor(kind: ContributionKind) {
    super("The programme item does not invite this kind of card.");
    this.kind = kind;
  }
}

@ObjectType({
  implements: Refusal,
  description: "In this programme item nobody is challenged: one listens, wonders and builds on.",
})
export class CritiqueOff extends Refusal {
  constructor() {
    super("The programme item does not let cards be challenged.");
  }
}

@ObjectType({ implements: Refusal, description: "The caller has no seat in the group of this board." })
export class NotSeated extends Refusal {
  constructor() {
    super("The caller has no seat in the group of this board.");
  }
}

@ObjectType({ implements: Refusal, description: "Somebody was there first: read again and decide anew." })
export class Outdated extends Refusal {
  constructor() {
    super("What the caller saw has changed meanwhile.");
  }
}

@ObjectType({ implements: Refusal, description: "A gathering cannot go from the one state to the other." })
export class StageRefused extends Refusal {
  @Field(() => GatheringState, { description: "The state the gathering is in." })
  from: GatheringState;

  @Field(() => GatheringState, { description: "The state that was asked for." })
  to: GatheringState;

  constructor(from: GatheringState, to: GatheringState) {
    super(`A gathering cannot go from ${from} to ${to}.`);
    this.from = from;
    this.to = to;
  }
}

@ObjectType({ implements: Refusal, description: "The vote round is not in a state that takes this." })
export class RoundClosed extends Refusal {
  @Field(() => RoundState, { description: "The state the round is in." })
  state: RoundState;

  constructor(state: RoundState) {
    super("The vote round does not take this in its present state.");
    this.state = state;
  }
}

@ObjectType({ implements: Refusal, description: "The ballot has more dots than the round gives." })
export class VotesSpent extends Refusal {
  @Field(() => Int, { description: "The dots each person has." })
  budget: number;

  constructor(budget: number) {
    super("The ballot has more dots than the round gives.");
    this.budget = budget;
  }
}

@ObjectType({
  implements: Refusal,
  description: "The ballot has more dots on one idea than the round lets it.",
})
export class TooManyOnOne extends Refusal {
  @Field(() => Int, { description: "The most dots one person may put on one idea." })
  maxPerIdea: number;

  constructor(maxPerIdea: number) {
    super("The ballot has too many dots on one idea.");
    this.maxPerIdea = maxPerIdea;
  }
}
