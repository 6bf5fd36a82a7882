import { setTimeout as delay } from "node:timers/promises";
import { SignalWritingDocument } from "@ordskifte/schema";
import { type Day, nthGuest } from "./day.js";
import type { Guest } from "./guest.js";
import { pulsesIn } from "./check-pictures.js";

/** Signs of writing pass; so often they are given anew. Milliseconds. */
const SIGN_AGAIN_MS = 500;

/** Who comes in by the wrong name. */
export const misnamed = (day: Day): Guest => nthGuest(day, Math.floor(day.guests.length / 2));

/** Their phone fails, too: the leader helps with both. */
export const helpAtTheDoor = async (day: Day): Promise<void> => {
  const { leader } = day;
  const guest = misnamed(day);
  const { name, unitId, people } = guest.who;
  await leader.help(guest.participantId, { name, unitId, people });
  const isNamed = (): boolean => guest.picture.viewer.participant?.name === name;
  await guest.moveTo(await leader.linkFor(guest.participantId));
  await guest.device.until("is called by name", isNamed);
};

/** Somebody who comes late has a seat at once; the leader would rather have them elsewhere. */
export const lateComer = async (day: Day): Promise<void> => {
  const { leader } = day;
  const guest = await day.lateComes();
  await guest.takeSeat("CROSS");
  const from = guest.group("CROSS");
  const to = leader.picture.groups.find(({ arena, id }) => arena === "CROSS" && id !== from.id);
  await leader.seat(guest.participantId, to?.id ?? "");
  await guest.device.until("is moved", () => guest.groupIn("CROSS")?.id === to?.id);
  await guest.device.leaveBoard(from.boardId);
  await guest.takeSeat("CROSS");
};

/** Somebody writes in each group, and the leader sees in all of them that somebody does. */
export const writing = async (day: Day): Promise<void> => {
  const { leader, gatheringId, tables } = day;
  const writers = tables.map(([first]) => first).filter((guest) => guest !== undefined);
  const boards = new Set(writers.map((guest) => guest.group("CROSS").boardId));
  const areSeen = (): boolean =>
    pulsesIn(leader.device.cache, gatheringId).every(
      (pulse) => !boards.has(pulse.boardId) || pulse.writing > 0,
    );
  const over = new AbortController();
  const signs = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await Promise.all(
        writers.map((guest) =>
          guest.device.ask(SignalWritingDocument, { boardId: guest.group("CROSS").boardId }),
        ),
      );
      await delay(SIGN_AGAIN_MS);
    }
  };
  const signing = signs();
  await leader.device.until("sees that somebody writes in each group", areSeen).finally(() => over.abort());
  await signing;
};

/** The leader reads along in a group, and nobody is moved; then everybody is called there, and let go. */
export const lookIn = async (day: Day): Promise<void> => {
  const { leader } = day;
  const board = nthGuest(day, 0).group("CROSS").boardId;
  const { moment } = leader.picture;
  await leader.device.openBoard(board);
  const isMoved = day.guests.some(({ picture }) => picture.summons !== null || picture.moment !== moment);
  if (isMoved) throw new Error("The leader looked in on a group, and somebody was moved.");
  for (const boardId of [board, null]) {
    await leader.callTo(boardId);
    await day.all((guest) =>
      guest.device.until("hears the call", () => (guest.picture.summons?.boardId ?? null) === boardId),
    );
  }
  await leader.device.leaveBoard(board);
};
