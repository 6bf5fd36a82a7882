import type { NonEmptyArray } from "type-graphql";
import { CallerResolver } from "../modules/callers/index.js";

/** Every class with queries, mutations, subscriptions or fields. A module adds its own here. */
export const resolvers: NonEmptyArray<new () => object> = [CallerResolver];
