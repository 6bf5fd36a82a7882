import { createContext, useContext } from "react";
import type { Live } from "./live.js";

const LiveContext = createContext<Live | null>(null);

/** Gives the screens below it the live layer. */
export const LiveProvider = LiveContext.Provider;

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive outside LiveProvider");
  return live;
}
