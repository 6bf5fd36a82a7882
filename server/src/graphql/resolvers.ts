import type { NonEmptyArray } from "type-graphql";
import { IdentityResolver } from "../identity/identity.resolver.js";

/** Every class with queries, mutations, subscriptions or fields. A module adds its own here. */
export const resolvers: NonEmptyArray<new () => object> = [IdentityResolver];
