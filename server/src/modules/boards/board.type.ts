import { Field, ID, Int, ObjectType } from "type-graphql";
import { pageOf } from "../../kernel/connections.js";
import { CursorScalar, DateTimeScalar, UuidScalar } from "../../kernel/scalars.js";
import { ContributionKind } from "../../kernel/words.js";
import type { Board } from "./board.entity.js";
import { LinkKind } from "./contribution-link.entity.js";
import { Card } from "./contribution.type.js";

@ObjectType("Board", { description: "Where one group's contributions for a gathering live." })
export class BoardType {
  @Field(() => ID, { description: "The board's id." })
  id!: string;

  @Field(() => ID, { description: "The gathering it belongs to." })
  gatheringId!: string;

  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The group that writes on it; null for the plenary's own.",
  })
  groupId!: string | null;

  @Field(() => Boolean, { description: "Whether a leader has frozen it." })
  frozen!: boolean;
}

export const presentBoard = ({ id, gatheringId, title, groupId, frozenAt }: Readonly<Board>): BoardType =>
  Object.assign(new BoardType(), { id, gatheringId, title, groupId, frozen: frozenAt !== null });

const page = pageOf("Contribution", Card, "Cards");
export const ContributionEdge = page.Edge;
export const ContributionConnection = page.Connection;
export type ContributionConnection = InstanceType<typeof ContributionConnection>;

@ObjectType("TrailLink", { description: "One step of a trail." })
export class TrailLink {
  @Field(() => ID, { description: "The later card." })
  fromId!: string;

  @Field(() => ID, { description: "The earlier card." })
  toId!: string;

  @Field(() => LinkKind, { description: "How the one comes from the other." })
  kind!: LinkKind;
}

@ObjectType("Trail", { description: "Where a card came from and what came of it." })
export class Trail {
  @Field(() => [Card], { description: "The cards, oldest first." })
  steps!: Card[];

  @Field(() => [TrailLink], { description: "How they hang together." })
  links!: TrailLink[];
}

@ObjectType("KindCount", { description: "How many cards there are of a kind." })
export class KindCount {
  @Field(() => ContributionKind, { description: "The kind." })
  kind!: ContributionKind;

  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType("BoardPulse", { description: "A board's signs of life, for a tile." })
export class BoardPulse {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => [KindCount], { description: "Cards that everybody may see, by kind." })
  cards!: KindCount[];

  @Field(() => Int, { description: "Challenges without an answer." })
  unanswered!: number;

  @Field(() => Int, { description: "Devices that have the board open now." })
  present!: number;

  @Field(() => Int, { description: "Devices somebody writes on right now." })
  writing!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When something was last written." })
  lastWriteAt!: Date | null;

  @Field(() => Boolean, { description: "Whether a leader has frozen it." })
  frozen!: boolean;

  @Field(() => Int, { description: "People with a seat in its group." })
  people!: number;

  @Field(() => Int, { description: "How many of them are ready at this moment." })
  ready!: number;

  @Field(() => Int, { description: "Hands that are up in the group." })
  hands!: number;
}

@ObjectType("Whereabouts", { description: "Whether somebody is connected and writes, right now." })
export class Whereabouts {
  @Field(() => ID, { description: "Who." })
  participantId!: string;

  @Field(() => Boolean, { description: "Whether a device of theirs follows the gathering." })
  connected!: boolean;

  @Field(() => Boolean, { description: "Whether they are writing." })
  writing!: boolean;
}

@ObjectType("BoardWritten", { description: "A write on a board that stands." })
export class BoardWritten {
  @Field(() => UuidScalar, { description: "The write that is answered." })
  clientMutationId!: string;

  @Field(() => CursorScalar, { description: "Where in the board's stream it stands." })
  cursor!: string;

  @Field(() => BoardType, { description: "The board." })
  board!: BoardType;

  @Field(() => Card, {
    nullable: true,
    description: "The card as the caller now sees it; null when it is withdrawn.",
  })
  contribution!: Card | null;
}
