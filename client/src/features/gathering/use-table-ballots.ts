import { useRefusalText } from "../../i18n/refusals.js";
import { useConnection, useOutbox } from "../../live/index.js";
import { type Choice, withDots } from "./ballot.js";
import { type Ballot, type Round, stateOf } from "./use-ballot.js";

/** The dots of several ballots, as one. */
function together(ballots: readonly { readonly choices: readonly Choice[] }[]): Choice[] {
  let all: Choice[] = [];
  const dots = new Map<string, number>();
  for (const { choices } of ballots)
    for (const choice of choices) dots.set(choice.ideaId, (dots.get(choice.ideaId) ?? 0) + choice.dots);
  for (const [ideaId, count] of dots) all = withDots(all, ideaId, count);
  return all;
}

/** All the ballots of a table as one: what is on its way if anything is, else what the server has. */
export function useTableBallots(gatheringId: string, round: Round): Ballot {
  const { outbox, view } = useOutbox();
  const online = useConnection() === "online";
  const refusalText = useRefusalText();
  const pending = view.items.findLast(
    (item) => item.name === "CastTableBallots" && item.input.roundId === round.id,
  );
  const unsent = pending?.name === "CastTableBallots" ? pending.input.choices : null;
  const saved = together(round.viewerBallots);
  const choices = unsent ?? saved;
  const cast = (next: readonly Choice[]) => {
    const plain = next.map(({ ideaId, dots }) => ({ ideaId, dots }));
    outbox.send("CastTableBallots", { roundId: round.id, choices: plain }, gatheringId);
  };
  return {
    choices,
    state: pending ? stateOf(pending.state.kind, online) : saved.length > 0 ? "saved" : undefined,
    why: pending?.state.kind === "refused" ? refusalText(pending.state.refusal) : undefined,
    give: (ideaId, dots) => cast(withDots(choices, ideaId, dots)),
    retract: () => cast([]),
    putBack: () => pending && outbox.takeBack(pending.id),
  };
}
