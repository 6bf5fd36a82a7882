import { limits } from "@ordskifte/schema";
import { InputRejected, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { optionalText, requiredText } from "../../../kernel/texts.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering } from "../gathering.entity.js";
import { mayEditGathering } from "../gathering.policy.js";
import { ProgrammeItem } from "../programme-item.entity.js";
import { leaderVerb, notEdited, type Led } from "./leading.js";

export interface EditGathering {
  readonly clientMutationId: string;
  /** What is left out stays as it is. An empty place takes the place away. */
  readonly title?: string | null;
  readonly startsAt?: Date | null;
  readonly place?: string | null;
}

type Refusal = GatheringNotOpen | InputRejected;

const isLeftOut = (value: unknown): boolean => value === undefined || value === null;

const moved = (time: Date | null, by: number): Date | null => time && new Date(time.getTime() + by);

/** Items that have a time of their own keep their distance to the beginning. */
const moveItems = async (tx: Tx, { id, startsAt }: Readonly<Gathering>, to: Date): Promise<void> => {
  const by = to.getTime() - startsAt.getTime();
  if (by === 0) return;
  for (const item of await tx.find(ProgrammeItem, { gatheringId: id })) {
    if (!item.dueAt && !item.startsAt) continue;
    tx.update(ProgrammeItem, { ...item, dueAt: moved(item.dueAt, by), startsAt: moved(item.startsAt, by) });
  }
};

const edit = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  input: EditGathering,
): Promise<Outcome<Led, Refusal>> => {
  const closed = notEdited(gathering);
  if (closed) return refused(closed);
  const title = isLeftOut(input.title)
    ? gathering.title
    : requiredText("title", input.title, limits.gatheringTitle);
  if (title instanceof InputRejected) return refused(title);
  const place = isLeftOut(input.place) ? gathering.place : optionalText("place", input.place, limits.place);
  if (place instanceof InputRejected) return refused(place);
  const startsAt = input.startsAt ?? gathering.startsAt;
  tx.update(Gathering, { ...gathering, title, place, startsAt });
  await moveItems(tx, gathering, startsAt);
  return done({ gatheringId: gathering.id, itemId: null });
};

export const editGathering = leaderVerb<EditGathering, Refusal>({
  command: "gathering.edit",
  rule: mayEditGathering,
  act: edit,
});
