import { type GatheringView, type InputOf, useOutbox } from "../../live/index.js";

export interface MySign {
  readonly ready: boolean;
  readonly hand: boolean;
  readonly set: (what: { ready?: boolean; hand?: boolean }) => void;
}

/**
 * The caller's own sign at this moment: what is on its way if anything is, else what the server has. It waits for the
 * net like everything else, so that a press in a dead spot is not lost.
 */
export function useSign(gathering: GatheringView): MySign {
  const { outbox, view } = useOutbox();
  const { id: gatheringId, moment } = gathering;
  const saved = gathering.signs.find(
    (sign) => sign.participantId === gathering.viewer.participant?.id && sign.moment === moment,
  );
  const unsent: InputOf<"SetSign">[] = [];
  for (const item of view.items)
    if (item.name === "SetSign" && item.scope === gatheringId && item.input.moment === moment)
      unsent.push(item.input);
  const newest = (what: "ready" | "hand"): boolean | undefined =>
    unsent.findLast((input) => typeof input[what] === "boolean")?.[what] ?? undefined;
  return {
    ready: newest("ready") ?? saved?.ready ?? false,
    hand: newest("hand") ?? (saved?.handUpAt ?? null) !== null,
    set: (what) => void outbox.send("SetSign", { gatheringId, moment, ...what }, gatheringId),
  };
}

/** How many are ready and how many hands are up at this moment. */
export function signsNow({ signCount, moment }: Pick<GatheringView, "signCount" | "moment">) {
  return signCount.moment === moment ? signCount : { ...signCount, ready: 0, hands: 0 };
}

/** How many of a group are ready at this moment. */
export function readyIn(
  { groupReady, moment }: Pick<GatheringView, "groupReady" | "moment">,
  groupId: string,
) {
  return groupReady.find((one) => one.groupId === groupId && one.moment === moment)?.ready ?? 0;
}
