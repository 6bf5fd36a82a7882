import { useConnection, useOutbox } from "../../live/index.js";
import { type Choice, together, withDots } from "./ballot.js";
import { useUncountedWords } from "./uncounted.js";
import { type Ballot, type Round, stateOf, unsentOf } from "./use-ballot.js";

/** All the ballots of a table as one: what is on its way if anything is, else what the server has. */
export function useTableBallots(gatheringId: string, round: Round): Ballot {
  const { outbox, view } = useOutbox();
  const online = useConnection() === "online";
  const uncountedWords = useUncountedWords();
  const pending = view.items.findLast(
    (item) => item.name === "CastTableBallots" && item.input.roundId === round.id,
  );
  const unsent = unsentOf(pending);
  const saved = together(round.viewerBallots);
  const choices = unsent ?? saved;
  const cast = (next: readonly Choice[]) => {
    const plain = next.map(({ ideaId, dots }) => ({ ideaId, dots }));
    outbox.send("CastTableBallots", { roundId: round.id, choices: plain }, gatheringId);
  };
  return {
    choices,
    state: pending ? stateOf(pending.state.kind, online) : saved.length > 0 ? "saved" : undefined,
    uncounted: uncountedWords(pending),
    give: (ideaId, dots) => cast(withDots(choices, ideaId, dots)),
    retract: () => cast([]),
    dismiss: () => pending && outbox.takeBack(pending.id),
  };
}
