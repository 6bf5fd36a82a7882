import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useLive } from "./live-provider.js";

/**
 * What the cache holds of an entity, by a named fragment, kept fresh; null while any of it is missing.
 * Draws again only when something in the fragment changed.
 */
export function useCached<Data>(
  fragment: TypedDocumentNode<Data, unknown>,
  fragmentName: string,
  __typename: string,
  id: string,
): Data | null {
  const { cache } = useLive();
  const watched = useMemo(
    () => cache.watchFragment({ fragment, fragmentName, from: { __typename, id } }),
    [cache, fragment, fragmentName, __typename, id],
  );
  const subscribe = useCallback(
    (changed: () => void) => {
      const watching = watched.subscribe(changed);
      return () => watching.unsubscribe();
    },
    [watched],
  );
  return useSyncExternalStore(subscribe, () => {
    const result = watched.getCurrentResult();
    return result.complete ? (result.data as Data) : null;
  });
}
