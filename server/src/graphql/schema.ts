import "reflect-metadata";
import { type GraphQLAbstractType, type GraphQLSchema, isAbstractType } from "graphql";
import { buildSchema, type PubSub } from "type-graphql";
import { DateTimeScalar } from "../kernel/scalars.js";
import { limitWrites } from "./limited-writes.js";
import { resolvers } from "./resolvers.js";

/** The library wants one before it lets anybody subscribe. Ours all read `live/feed.ts`, so nobody ever asks it. */
const noTopics: PubSub = {
  publish: () => {
    throw new Error("Nothing is published by topic: commit a change.");
  },
  subscribe: () => {
    throw new Error("Nothing is heard by topic: give the subscription a `subscribe` of its own.");
  },
};

/**
 * An object of no known class is an error of its field, by whatever executes. type-graphql throws then, and the compiler
 * (adr/compiled-documents) is not made for that.
 */
const nameSafely = (type: GraphQLAbstractType): void => {
  const { resolveType } = type;
  type.resolveType = (...given) => {
    try {
      return resolveType?.(...given);
    } catch {
      return undefined;
    }
  };
};

/** The schema of every module. Commands check their input themselves, with the limits of the schema package. */
export const createSchema = async (): Promise<GraphQLSchema> => {
  const schema = await buildSchema({
    resolvers,
    validate: false,
    pubSub: noTopics,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
  Object.values(schema.getTypeMap()).filter(isAbstractType).forEach(nameSafely);
  return limitWrites(schema);
};
