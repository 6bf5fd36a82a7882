export * from "./cursor.js";
export * from "./limits.js";
export * from "./generated/graphql.js";
export { possibleTypes } from "./generated/possible-types.js";
