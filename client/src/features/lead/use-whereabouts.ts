import { WhereaboutsDocument } from "@ordskifte/schema";
import { useEffect, useState } from "react";
import { useLive } from "../../live/index.js";
import { type Here, netsAfter } from "./whereabouts.js";

const askEvery = 5_000;

/** Who is on the net and who writes, by participant; asked every few seconds while somebody looks. */
export function useWhereabouts(gatheringId: string): ReadonlyMap<string, Here> {
  const { server } = useLive();
  const [here, setHere] = useState<ReadonlyMap<string, Here>>(new Map());
  useEffect(() => {
    const ask = () =>
      server.ask(WhereaboutsDocument, { id: gatheringId }).then(
        ({ gathering }) => setHere((before) => netsAfter(before, gathering.whereabouts ?? [], Date.now())),
        () => undefined,
      );
    void ask();
    const timer = setInterval(() => document.visibilityState === "visible" && void ask(), askEvery);
    return () => clearInterval(timer);
  }, [server, gatheringId]);
  return here;
}
