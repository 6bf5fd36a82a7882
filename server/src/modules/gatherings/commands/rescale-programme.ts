import { limits } from "@ordskifte/schema";
import { InputRejected, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import type { Gathering } from "../gathering.entity.js";
import { mayEditProgramme } from "../gathering.policy.js";
import { ProgrammeItem } from "../programme-item.entity.js";
import { programmeOf } from "../programme.js";
import { dividedAnew, leastTogether, rescaled } from "../templates/rescale.js";
import { leaderVerb, notEdited, type Led } from "./leading.js";

export interface RescaleProgramme {
  readonly clientMutationId: string;
  readonly minutes: number;
}

type Items = readonly Readonly<ProgrammeItem>[];
type Refusal = GatheringNotOpen | InputRejected;

/** What is left of the day: all of it before the first item, and else what comes after the one that is on. */
const itemsAhead = (items: Items, { currentItemId }: Readonly<Gathering>): Items =>
  items.slice(items.findIndex(({ id }) => id === currentItemId) + 1);

const wrongMinutes = (items: Items, minutes: number): InputRejected | null => {
  const [least, most] = [leastTogether(items), limits.programmeMinutes.max];
  if (least === 0) return new InputRejected("minutes", InputProblem.NOT_ALLOWED);
  if (minutes < least) return new InputRejected("minutes", InputProblem.OUT_OF_RANGE, least);
  return minutes > most ? new InputRejected("minutes", InputProblem.OUT_OF_RANGE, most) : null;
};

const retime = (tx: Tx, items: Items, lengths: readonly number[]): void => {
  items.forEach((item, i) => {
    const minutes = lengths[i] ?? item.minutes;
    if (minutes === item.minutes) return;
    tx.update(ProgrammeItem, { ...item, minutes, phases: item.phases && dividedAnew(item.phases, minutes) });
  });
};

const rescale = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  { minutes }: RescaleProgramme,
): Promise<Outcome<Led, Refusal>> => {
  const closed = notEdited(gathering);
  if (closed) return refused(closed);
  const items = itemsAhead(await programmeOf(tx, gathering.id), gathering);
  const wrong = wrongMinutes(items, minutes);
  if (wrong) return refused(wrong);
  retime(tx, items, rescaled(items, minutes));
  return done({ gatheringId: gathering.id, itemId: null });
};

/**
 * Fits the programme, or what is left of it, into the minutes there are: each item keeps its share, breaks stay breaks,
 * and there is still time to reflect. What is done at home keeps its length.
 */
export const rescaleProgramme = leaderVerb<RescaleProgramme, Refusal>({
  command: "programme.rescale",
  rule: mayEditProgramme,
  act: rescale,
});
