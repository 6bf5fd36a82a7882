/** What asks for a document by its hash over the socket; over HTTP it is a `documentId`. */
export function byHash(hash: string) {
  return { persistedQuery: { version: 1, sha256Hash: hash.replace("sha256:", "") } };
}
