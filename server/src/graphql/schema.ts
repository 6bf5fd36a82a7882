import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { DateTimeScalar } from "../kernel/scalars.js";
import { resolvers } from "./resolvers.js";

/** The schema of every module. Commands check their input themselves, with the limits of the schema package. */
export const createSchema = (): Promise<GraphQLSchema> =>
  buildSchema({ resolvers, validate: false, scalarsMap: [{ type: Date, scalar: DateTimeScalar }] });
