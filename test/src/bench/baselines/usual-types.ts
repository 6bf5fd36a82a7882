import { createPubSub } from "@graphql-yoga/subscription";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

@ObjectType()
export class Unit {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) municipality!: string;
  @Field(() => String) name!: string;
}

@ObjectType()
export class Author {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) people!: number;
  @Field(() => Unit) unit!: Unit;
}

/** As many fields as a card of ours has, so that what is sent is about as long. */
@ObjectType()
export class Card {
  @Field(() => ID) id!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => ID, { nullable: true }) itemId!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => String) body!: string;
  @Field(() => Boolean) anonymous!: boolean;
  @Field(() => Boolean) isMine!: boolean;
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true }) hiddenReason!: string | null;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date, { nullable: true }) editedAt!: Date | null;
  @Field(() => Int) revision!: number;
  @Field(() => [ID]) links!: string[];
  @Field(() => Author) author!: Author;
  @Field(() => Unit) unit!: Unit;
}

@InputType()
export class PostCard {
  @Field(() => ID) boardId!: string;
  @Field(() => String) body!: string;
}

@ObjectType()
export class VoteCount {
  @Field(() => ID) roundId!: string;
  @Field(() => Int) votedCount!: number;
  @Field(() => Int) voterCount!: number;
}

@InputType()
export class Choice {
  @Field(() => ID) ideaId!: string;
  @Field(() => Int) dots!: number;
}

@InputType()
export class CastVote {
  @Field(() => ID) roundId!: string;
  @Field(() => Int) voter!: number;
  @Field(() => [Choice]) choices!: Choice[];
}

/** What type-graphql's own guide recommends. */
export const topics = createPubSub<{
  card: [boardId: string, card: Card];
  votes: [roundId: string, count: VoteCount];
}>();
