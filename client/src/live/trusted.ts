/** A document that was generated with its hash. */
interface Hashed {
  readonly __meta__?: { readonly hash?: unknown };
}

/** The hash of a generated document, as servers know it. Throws for a document that was written by hand. */
export function hashOf(document: object): string {
  const hash = (document as Hashed).__meta__?.hash;
  if (typeof hash !== "string") throw new Error("A document that was not generated");
  return hash;
}

/** What asks for a document by its hash, over HTTP and the socket alike. */
export function byHash(hash: string) {
  return { persistedQuery: { version: 1, sha256Hash: hash.replace("sha256:", "") } };
}
