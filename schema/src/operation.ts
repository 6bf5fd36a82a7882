import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";

/** An operation as it is sent, by its hash, with the types of its answer and its variables. */
export interface Operation<Result, Variables> extends DocumentTypeDecoration<Result, Variables> {
  /** By what servers know its text, such as `sha256:…`. */
  readonly hash: string;
}
