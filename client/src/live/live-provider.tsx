import { ApolloProvider } from "@apollo/client/react";
import { createContext, useContext, type ReactNode } from "react";
import type { Live } from "./live.js";

const LiveContext = createContext<Live | null>(null);

/** Gives the screens below it the live layer, and Apollo's client with it. */
export function LiveProvider({ live, children }: { live: Live; children: ReactNode }) {
  return (
    <LiveContext value={live}>
      <ApolloProvider client={live.client}>{children}</ApolloProvider>
    </LiveContext>
  );
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive outside LiveProvider");
  return live;
}
