import { ApolloClient, ApolloLink } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import type { Operation } from "@ordskifte/schema";
import type { ReactNode } from "react";
import { from, map } from "rxjs";
import type { Live } from "./live.js";
import { useLive } from "./live-provider.js";

const clients = new WeakMap<Live, ApolloClient>();

/**
 * Apollo's client over the same cache and the same way to the server, for screens that ask questions of their own. It
 * stands apart, because a participant's screens live on the cache alone.
 */
function clientOf(live: Live): ApolloClient {
  const known = clients.get(live);
  if (known) return known;
  const made = new ApolloClient({
    cache: live.cache,
    link: new ApolloLink(({ query, variables }) =>
      from(
        live.server.ask<unknown, unknown>(query as unknown as Operation<unknown, unknown>, variables),
      ).pipe(map((data) => ({ data: data as Record<string, unknown> }))),
    ),
    // Who asks again does not want to wait for the answer that did not come.
    queryDeduplication: false,
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network" } },
  });
  clients.set(live, made);
  live.onForget(() => made.clearStore());
  return made;
}

/** Gives the screens below it `useQuery`. */
export default function ApolloGate({ children }: { children: ReactNode }) {
  return <ApolloProvider client={clientOf(useLive())}>{children}</ApolloProvider>;
}
