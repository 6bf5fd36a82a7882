export * from "./cursor.js";
export type { ErrorCode } from "./error-codes.js";
export * from "./limits.js";
export type { Operation } from "./operation.js";
export * from "./generated/graphql.js";
export * from "./generated/document-ids.js";
export { possibleTypes } from "./generated/possible-types.js";
