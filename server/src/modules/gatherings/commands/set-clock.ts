import { limits, within } from "@ordskifte/schema";
import { InputRejected, Outdated, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { ClockAction, clockAfter, secondsLeft } from "../countdown.js";
import { Gathering } from "../gathering.entity.js";
import { mayLeadGathering } from "../gathering.policy.js";
import { ProgrammeItem } from "../programme-item.entity.js";
import { leaderVerb, notLed, type Led } from "./leading.js";

export interface SetClock {
  readonly clientMutationId: string;
  readonly action: ClockAction;
  readonly seconds?: number | null;
}

type Refusal = GatheringNotOpen | Outdated | InputRejected;

const TAKES_SECONDS = new Set([ClockAction.START, ClockAction.EXTEND]);
const tooLong = (): InputRejected =>
  new InputRejected("seconds", InputProblem.OUT_OF_RANGE, limits.clockSeconds.max);

/** START without a length takes the item's own. */
const itemSeconds = async (tx: Tx, { currentItemId }: Readonly<Gathering>): Promise<number | null> => {
  const item = currentItemId ? await tx.get(ProgrammeItem, currentItemId) : null;
  return item ? item.minutes * 60 : null;
};

/** The seconds of the action; 0 for one that takes none. */
const secondsOf = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  { action, seconds }: SetClock,
): Promise<number | InputRejected> => {
  const given = seconds ?? (action === ClockAction.START ? await itemSeconds(tx, gathering) : null);
  if (!TAKES_SECONDS.has(action))
    return given === null ? 0 : new InputRejected("seconds", InputProblem.NOT_ALLOWED);
  if (given === null) return new InputRejected("seconds", InputProblem.EMPTY);
  return within(limits.clockSeconds, given) ? given : tooLong();
};

const set = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  input: SetClock,
): Promise<Outcome<Led, Refusal>> => {
  const closed = notLed(gathering);
  if (closed) return refused(closed);
  const seconds = await secondsOf(tx, gathering, input);
  if (seconds instanceof InputRejected) return refused(seconds);
  const clock = clockAfter(gathering.clock, input.action, seconds, tx.now);
  if (!clock) return refused(new Outdated());
  if ((secondsLeft(clock, tx.now) ?? 0) > limits.clockSeconds.max) return refused(tooLong());
  tx.update(Gathering, { ...gathering, clock });
  return done({ gatheringId: gathering.id, itemId: gathering.currentItemId });
};

/** Where two leaders reach for the clock at once, the second is told that it is not as they saw it. */
export const setClock = leaderVerb<SetClock, Refusal>({
  command: "gathering.setClock",
  rule: mayLeadGathering,
  act: set,
});
