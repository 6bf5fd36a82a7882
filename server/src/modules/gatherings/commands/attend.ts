import { newId } from "../../../kernel/ids.js";
import type { Tx } from "../../../live/tx.js";
import type { AttendanceHook } from "../../context.js";
import { Gathering } from "../gathering.entity.js";
import { recounted } from "../head-count.js";
import { Participant } from "../participant.entity.js";

/** What somebody says of themselves at the door. */
export type Look = Pick<Participant, "name" | "unitId" | "people"> & Partial<Pick<Participant, "profession">>;

interface Coming {
  readonly personId: string;
  /** The participant they are already, removed or not. */
  readonly before: Readonly<Participant> | null;
  readonly look: Look;
}

const whoIsThere = (participant: Readonly<Participant> | null): Readonly<Participant> | null =>
  participant?.removedAt === null ? participant : null;

const newParticipant = (tx: Tx, gatheringId: string, { personId, look }: Coming): Participant => ({
  id: newId(),
  gatheringId,
  personId,
  profession: null,
  ...look,
  joinedAt: tx.now,
  away: false,
  removedAt: null,
});

/** Cards carry their author's name and unit: boards whose lock is held are to show them anew. */
const tellBoards = (tx: Tx, { id, gatheringId }: Participant): void => {
  for (const streamId of tx.streams)
    if (streamId !== gatheringId) tx.touch(streamId, ["author", `${streamId}/${id}`]);
};

/** Writes a participant who comes, or comes again, and counts them. Answers their id. */
export const attend = async (
  tx: Tx,
  hooks: readonly AttendanceHook[],
  gathering: Readonly<Gathering>,
  coming: Coming,
): Promise<string> => {
  const { before, look } = coming;
  const wasThere = whoIsThere(before);
  const after = before
    ? { ...before, ...look, away: false, removedAt: null }
    : newParticipant(tx, gathering.id, coming);
  if (before) tx.update(Participant, after);
  else tx.insert(Participant, after);
  tx.update(Gathering, { ...gathering, ...recounted(gathering, wasThere, after) });
  if (before) tellBoards(tx, after);
  for (const hook of hooks) await hook(tx, after, wasThere);
  return after.id;
};

/** Takes a participant out, and tells every stream whose lock is held, so that none of them goes on talking to them. */
export const dismiss = async (
  tx: Tx,
  hooks: readonly AttendanceHook[],
  gathering: Readonly<Gathering>,
  participant: Readonly<Participant>,
): Promise<void> => {
  if (!whoIsThere(participant)) return;
  const after = { ...participant, removedAt: tx.now };
  tx.update(Participant, after);
  tx.update(Gathering, { ...gathering, ...recounted(gathering, participant, null) });
  for (const streamId of tx.streams) tx.touch(streamId, ["participant", after.id]);
  for (const hook of hooks) await hook(tx, after, participant);
};
