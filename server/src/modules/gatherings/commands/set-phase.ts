import { Outdated, type GatheringNotOpen } from "../../../kernel/refusals.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering, Phase } from "../gathering.entity.js";
import { mayLeadGathering } from "../gathering.policy.js";
import { ProgrammeItem, Writing } from "../programme-item.entity.js";
import { nextMoment } from "../stage-setting.js";
import { leaderVerb, notLed, type Led } from "./leading.js";

export interface SetPhase {
  readonly clientMutationId: string;
  readonly phase: Phase;
}

type Refusal = GatheringNotOpen | Outdated;

/** Opens to the others what was written in silence in an item, with every board locked. The boards know how. */
export type OpenCards = (tx: Tx, item: Readonly<ProgrammeItem>) => Promise<void>;

/** Whether a phase is the end of the silence: the group, and the plenary, have the cards before them. */
export const endsSilence = (
  phase: Phase,
  item: Readonly<Pick<ProgrammeItem, "writing" | "openedAt">> | null,
): boolean => phase !== Phase.INDIVIDUAL && item?.writing === Writing.SILENT && item.openedAt === null;

/** A second press of the same changes nothing. */
export const beginPhase = (tx: Tx, gathering: Readonly<Gathering>, phase: Phase): void => {
  if (phase !== gathering.phase) tx.update(Gathering, { ...gathering, phase, ...nextMoment(gathering) });
};

/** Where the silence turns out to end though the boards were not locked for it, somebody else has just moved on. */
const set = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  { phase }: SetPhase,
  openCards: OpenCards | null,
): Promise<Outcome<Led, Refusal>> => {
  const closed = notLed(gathering);
  if (closed) return refused(closed);
  const { currentItemId } = gathering;
  const item = currentItemId ? await tx.get(ProgrammeItem, currentItemId) : null;
  if (item && endsSilence(phase, item)) {
    if (!openCards) return refused(new Outdated());
    await openCards(tx, item);
  }
  beginPhase(tx, gathering, phase);
  return done({ gatheringId: gathering.id, itemId: currentItemId });
};

/**
 * Alone, in the group, or together. Leaving the phase in which everybody writes alone opens what was written in silence:
 * that takes `openCards`, and the lock of every board; null where there is nothing to open, as far as was seen.
 * Shows what to do; hinders nobody from finishing what they write.
 */
export const setPhase = (openCards: OpenCards | null) =>
  leaderVerb<SetPhase, Refusal>({
    command: "gathering.setPhase",
    rule: mayLeadGathering,
    wholeScope: openCards !== null,
    act: (tx, gathering, input) => set(tx, gathering, input, openCards),
  });
