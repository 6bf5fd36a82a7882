import { type GatheringView, type OutboxItem, useConnection, useOutbox } from "../../live/index.js";
import type { SaveStateName } from "../../ui/save-state.js";
import { type Choice, withDots } from "./ballot.js";
import { useUncountedWords } from "./uncounted.js";

export type Round = GatheringView["voteRounds"][number];

export interface Ballot {
  choices: readonly Choice[];
  /** Nothing while nothing has been voted. */
  state?: SaveStateName;
  /** That the last change does not count, and why; null where it does, or may. */
  uncounted: string | null;
  give: (ideaId: string, dots: number) => void;
  retract: () => void;
  /** Whoever votes has read that. */
  dismiss: () => void;
}

/** One person's ballot: what is on its way if anything is, else what the server has. */
export function useBallot(gatheringId: string, round: Round, voter: number): Ballot {
  const { outbox, view } = useOutbox();
  const online = useConnection() === "online";
  const uncountedWords = useUncountedWords();
  const pending = view.items.findLast(
    (item) =>
      item.name === "CastBallot" && item.input.roundId === round.id && (item.input.voter ?? 1) === voter,
  );
  const unsent = unsentOf(pending);
  const saved = round.viewerBallots.find((ballot) => ballot.voter === voter)?.choices;
  const choices = unsent ?? saved ?? [];
  const cast = (next: readonly Choice[]) => {
    const plain = next.map(({ ideaId, dots }) => ({ ideaId, dots }));
    outbox.send("CastBallot", { roundId: round.id, voter, choices: plain }, gatheringId);
  };
  return {
    choices,
    state: pending ? stateOf(pending.state.kind, online) : saved && "saved",
    uncounted: uncountedWords(pending),
    give: (ideaId, dots) => cast(withDots(choices, ideaId, dots)),
    retract: () => cast([]),
    dismiss: () => pending && outbox.takeBack(pending.id),
  };
}

/** The choices that are on their way; what was turned down is not. */
export function unsentOf(item: OutboxItem | undefined): readonly Choice[] | null {
  if (item?.name !== "CastBallot" && item?.name !== "CastTableBallots") return null;
  return item.state.kind === "waiting" ? item.input.choices : null;
}

/** How a ballot that is in the outbox stands. */
export function stateOf(kind: OutboxItem["state"]["kind"], online: boolean): SaveStateName {
  if (kind !== "waiting") return "refused";
  return online ? "sending" : "waiting";
}
