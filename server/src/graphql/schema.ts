import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema, type PubSub } from "type-graphql";
import { DateTimeScalar } from "../kernel/scalars.js";
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

/** The schema of every module. Commands check their input themselves, with the limits of the schema package. */
export const createSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers,
    validate: false,
    pubSub: noTopics,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
