import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { DateTimeScalar } from "../../kernel/scalars.js";
import type { Context } from "../context.js";
import { NetworkType } from "../networks/index.js";
import { readMeetings } from "./meetings.reads.js";

@ObjectType("UnitMeeting", {
  description: "How often two units of a network have sat together across units.",
})
export class UnitMeetingType {
  @Field(() => ID, { description: "The one." })
  unitA!: string;

  @Field(() => ID, { description: "The other; always another unit." })
  unitB!: string;

  @Field(() => Int, { description: "The gatherings at which they have." })
  gatherings!: number;

  @Field(() => Int, { description: "The groups in which they have, each round counted." })
  groups!: number;

  @Field(() => DateTimeScalar, { description: "When the last of these gatherings began." })
  lastAt!: Date;
}

@Resolver(() => NetworkType)
export class MeetingsResolver {
  @FieldResolver(() => [UnitMeetingType], {
    description:
      "Which units have sat together in groups across units over the years; pairs that never did are left out.",
  })
  async meetings(@Root() { id }: NetworkType, @Ctx() { app }: Context): Promise<UnitMeetingType[]> {
    const met = await readMeetings(app.pool, id);
    return met.map((pair) => Object.assign(new UnitMeetingType(), pair));
  }
}
