import type { Now } from "./now.js";

/** Where the one thing to do is done; null where there is nowhere to go. */
export function addressOf(now: Now, gatheringId: string): string | null {
  if ("roundId" in now) return `/g/${gatheringId}/vote/${now.roundId}`;
  if ("boardId" in now) return `/g/${gatheringId}/b/${now.boardId}`;
  return now.do === "revisit" ? `/g/${gatheringId}/revisit` : null;
}
