import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import type { Context } from "../modules/context.js";

/**
 * LIMIT1, at the edge: every mutation of somebody we know is counted before anything is looked up, so a refusal costs
 * nothing and leaves no receipt. Whoever comes for the first time is counted by what they guess (`GuessGuard`).
 */
export const limitWrites = (schema: GraphQLSchema): GraphQLSchema => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (source, args, context: Context, info): unknown => {
      if (context.actor) context.app.writes.spend(context.actor.personId);
      return resolve(source, args, context, info);
    };
  }
  return schema;
};
