import { useRefusalText } from "../../i18n/refusals.js";
import { type GatheringView, type OutboxItem, useConnection, useOutbox } from "../../live/index.js";
import type { SaveStateName } from "../../ui/save-state.js";
import { type Choice, withDots } from "./ballot.js";

export type Round = GatheringView["voteRounds"][number];

export interface Ballot {
  choices: readonly Choice[];
  /** Nothing while nothing has been voted. */
  state?: SaveStateName;
  /** Why it was refused, for the person. */
  why?: string;
  give: (ideaId: string, dots: number) => void;
  retract: () => void;
  /** Drops a refused ballot and shows what the server has. */
  putBack: () => void;
}

/** One person's ballot: what is on its way if anything is, else what the server has. */
export function useBallot(gatheringId: string, round: Round, voter: number): Ballot {
  const { outbox, view } = useOutbox();
  const online = useConnection() === "online";
  const refusalText = useRefusalText();
  const pending = view.items.findLast(
    (item) =>
      item.name === "CastBallot" && item.input.roundId === round.id && (item.input.voter ?? 1) === voter,
  );
  const unsent = pending?.name === "CastBallot" ? pending.input.choices : null;
  const saved = round.viewerBallots.find((ballot) => ballot.voter === voter)?.choices;
  const choices = unsent ?? saved ?? [];
  const cast = (next: readonly Choice[]) => {
    const plain = next.map(({ ideaId, dots }) => ({ ideaId, dots }));
    outbox.send("CastBallot", { roundId: round.id, voter, choices: plain }, gatheringId);
  };
  return {
    choices,
    state: pending ? stateOf(pending.state.kind, online) : saved && "saved",
    why: pending?.state.kind === "refused" ? refusalText(pending.state.refusal) : undefined,
    give: (ideaId, dots) => cast(withDots(choices, ideaId, dots)),
    retract: () => cast([]),
    putBack: () => pending && outbox.takeBack(pending.id),
  };
}

/** How a ballot that is in the outbox stands. */
export function stateOf(kind: OutboxItem["state"]["kind"], online: boolean): SaveStateName {
  if (kind !== "waiting") return "refused";
  return online ? "sending" : "waiting";
}
