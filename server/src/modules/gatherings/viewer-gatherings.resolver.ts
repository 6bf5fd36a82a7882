import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { ViewerType } from "../callers/index.js";
import type { Context } from "../context.js";
import { readGatheringsOf } from "./gathering.reads.js";
import { GatheringType } from "./gathering.type.js";

@Resolver(() => ViewerType)
export class ViewerGatheringsResolver {
  @FieldResolver(() => [GatheringType], {
    description: "Gatherings the caller can go back to, the newest first.",
  })
  async gatherings(@Ctx() { app, actor }: Context): Promise<GatheringType[]> {
    return actor ? readGatheringsOf(app.pool, actor.personId) : [];
  }
}
