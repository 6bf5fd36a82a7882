import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { UsualResolver } from "./usual-resolver.js";
import { topics } from "./usual-types.js";

export const usualSchema = (): Promise<GraphQLSchema> =>
  buildSchema({ resolvers: [UsualResolver], pubSub: topics, validate: false });

/** Boards that nobody stores, for those who are asked for the fan-out alone. */
export const boardsOnly = ({ boards }: { boards: number }) => ({
  boards: Array.from({ length: boards }, () => randomUUID()),
});
