import { newId } from "../kernel/ids.js";
import { done } from "../live/vocabulary.js";
import type { App } from "../modules/context.js";
import { Gathering, Participant } from "../modules/gatherings/index.js";
import type { World } from "./world.js";

const peopleOf = (participant: Participant | null): number =>
  participant && !participant.removedAt ? participant.people : 0;

/** As the door does it: the row and the head count first, then those who act when people come and go. */
export const arrive = (
  { commit, attendance }: App,
  { gathering }: World,
  after: Participant,
  before: Participant | null,
): Promise<unknown> =>
  commit({
    streams: [gathering.id],
    command: "test.arrive",
    receipt: { personId: after.personId, id: newId() },
    input: null,
    work: async (tx) => {
      tx.update(Participant, after);
      const now = (await tx.get(Gathering, gathering.id)) as Gathering;
      tx.update(Gathering, { ...now, people: now.people + peopleOf(after) - peopleOf(before) });
      for (const hook of attendance) await hook(tx, after, before);
      return done(null);
    },
  });
