import { isDeepStrictEqual } from "node:util";
import { setTimeout as delay } from "node:timers/promises";
import { fetchBoard, fetchGathering, fetchPulse, makeCache } from "@ordskifte/client/live";
import {
  type BoardViewFragment,
  type BoardPulseFieldsFragment,
  type GatheringViewFragment,
  GatheringPulseFragmentDoc,
} from "@ordskifte/schema";
import { boardIn, type Device, gatheringIn } from "./device.js";
import type { Day } from "./day.js";

/** Frames may still be on their way; no machine needs so long for them. */
const PATIENCE_MS = 90_000;
const LOOK_AGAIN_MS = 100;

/** What is compared of one screen: its name, and its picture from the frames and from a fresh snapshot. */
interface Compared {
  readonly name: string;
  readonly kept: unknown;
  readonly fresh: unknown;
}

/** Signs and turns of a moment that has passed say nothing any more, and no screen shows them. */
const settled = (view: GatheringViewFragment | null): unknown => {
  if (!view) return null;
  const isNow = ({ moment }: { moment: number }): boolean => moment === view.moment;
  const signCount = isNow(view.signCount)
    ? view.signCount
    : { ...view.signCount, moment: view.moment, ready: 0, hands: 0 };
  const groupReady = view.groupReady
    .filter((one) => isNow(one) && one.ready > 0)
    .toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1));
  return { ...view, signCount, groupReady, signs: view.signs.filter(isNow), turns: view.turns.filter(isNow) };
};

/** Where the last page ended is nobody's picture. */
const withoutPaging = (board: BoardViewFragment | null): unknown => {
  if (!board) return null;
  const { pageInfo: _pageInfo, ...contributions } = board.contributions;
  return { ...board, contributions };
};

const screenOf = async (
  name: string,
  device: Device,
  gatheringId: string,
  boards: string[],
): Promise<Compared> => {
  const fresh = { server: device.server, cache: makeCache() };
  await fetchGathering(fresh, gatheringId, false, () => undefined);
  for (const id of boards) await fetchBoard(fresh, id);
  const all = (cache: Device["cache"]): unknown => ({
    gathering: settled(gatheringIn(cache, gatheringId)),
    boards: boards.map((id) => withoutPaging(boardIn(cache, id))),
  });
  return { name, kept: all(device.cache), fresh: all(fresh.cache) };
};

export const pulsesIn = (
  cache: Device["cache"],
  gatheringId: string,
): readonly BoardPulseFieldsFragment[] => {
  const options = {
    id: `Gathering:${gatheringId}`,
    fragment: GatheringPulseFragmentDoc,
    fragmentName: "GatheringPulse",
  };
  return cache.readFragment(options)?.pulse ?? [];
};

const tilesOf = async ({ leader: { device }, gatheringId }: Day): Promise<Compared> => {
  const fresh = { server: device.server, cache: makeCache() };
  await fetchPulse(fresh, gatheringId);
  const byBoard = (cache: Device["cache"]): unknown =>
    pulsesIn(cache, gatheringId).toSorted((a, b) => (a.boardId < b.boardId ? -1 : 1));
  return { name: "the leader's tiles", kept: byBoard(device.cache), fresh: byBoard(fresh.cache) };
};

/** Every screen against a fresh snapshot, until they are the same. What differs at last, one line each. */
export const differingScreens = async (day: Day): Promise<string[]> => {
  const { gatheringId, guests, leader } = day;
  const looks = guests.map((guest) => () => {
    const boards = (["UNIT", "CROSS"] as const).map((arena) => guest.group(arena).boardId);
    return screenOf(guest.who.name, guest.device, gatheringId, boards);
  });
  looks.push(() => screenOf("the leader", leader.device, gatheringId, []));
  looks.push(() => tilesOf(day));
  const found = await Promise.all(looks.map(untilSame));
  return found.flat();
};

const untilSame = async (look: () => Promise<Compared>): Promise<string[]> => {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const { name, kept, fresh } = await look();
    if (isDeepStrictEqual(kept, fresh)) return [];
    if (performance.now() > end) return [`${name}: ${difference(kept, fresh)}`];
    await delay(LOOK_AGAIN_MS);
  }
};

/** The first place where two values part. */
const difference = (kept: unknown, fresh: unknown, at = ""): string => {
  const isTree = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;
  if (isTree(kept) && isTree(fresh))
    for (const key of new Set([...Object.keys(kept), ...Object.keys(fresh)]))
      if (!isDeepStrictEqual(kept[key], fresh[key])) return difference(kept[key], fresh[key], `${at}.${key}`);
  return `${at} is ${JSON.stringify(kept)}, should be ${JSON.stringify(fresh)}`;
};
