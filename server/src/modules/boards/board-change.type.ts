import { Field, ID, ObjectType } from "type-graphql";
import { BoardType } from "./board.type.js";
import { Card } from "./contribution.type.js";

@ObjectType("ContributionPut", { description: "A card is new, or looks different now." })
export class ContributionPut {
  @Field(() => Card, { description: "The card." })
  contribution: Card;

  constructor(contribution: Card) {
    this.contribution = contribution;
  }
}

@ObjectType("ContributionGone", { description: "A card is no longer to be seen." })
export class ContributionGone {
  @Field(() => ID, { description: "The card's id." })
  id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType("BoardPut", { description: "The board itself looks different now." })
export class BoardPut {
  @Field(() => BoardType, { description: "The board." })
  board: BoardType;

  constructor(board: BoardType) {
    this.board = board;
  }
}
