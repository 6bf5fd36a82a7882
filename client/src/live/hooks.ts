import type { Operation } from "@ordskifte/schema";
import {
  BoardViewFragmentDoc,
  GatheringPeopleFragmentDoc,
  GatheringViewFragmentDoc,
  GatheringPulseFragmentDoc,
  type BoardViewFragment,
  type FeedPart,
  type GatheringPeopleFragment,
  type GatheringViewFragment,
  type GatheringPulseFragment,
} from "@ordskifte/schema";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useReadable, type Readable } from "./cell.js";
import { runCommand } from "./command.js";
import type { ConnectionState } from "./connection.js";
import { boardKey, gatheringKey, pulseKey } from "./feeds.js";
import type { FeedStatus } from "./feed.js";
import { useLive } from "./live-provider.js";
import type { OutboxItem } from "./outbox/item.js";
import type { Outbox, OutboxView } from "./outbox/outbox.js";
import { useCached } from "./use-cached.js";

export type GatheringView = GatheringViewFragment;
export type BoardView = BoardViewFragment;
export type Person = NonNullable<GatheringPeopleFragment["people"]>["edges"][number]["node"];
export type Pulse = GatheringPulseFragment["pulse"][number];

/** What a participant's screens need; leaders add PEOPLE. */
const usualParts: readonly FeedPart[] = ["PROGRAMME", "GROUPS", "VOTING"];

/**
 * A gathering that keeps itself fresh while the component is mounted. `gathering` is null until
 * the first picture is there, and when `status` is `gone`. `tryAgain` is for who would not wait for that.
 */
export function useGathering(id: string, parts: readonly FeedPart[] = usualParts) {
  const { feeds } = useLive();
  const key = gatheringKey(id, parts);
  const status = useFeed(key, () => feeds.gathering(id, parts));
  const gathering = useCached(GatheringViewFragmentDoc, "GatheringView", "Gathering", id);
  const tryAgain = useCallback(() => feeds.tryAgain(key), [feeds, key]);
  return { status, gathering: status === "gone" ? null : gathering, tryAgain };
}

/** The live list of people; needs `useGathering` with PEOPLE on the same screen. Null without it. */
export function usePeople(gatheringId: string): readonly Person[] | null {
  const people = useCached(GatheringPeopleFragmentDoc, "GatheringPeople", "Gathering", gatheringId)?.people;
  return useMemo(() => people?.edges.map(({ node }) => node) ?? null, [people]);
}

/** A board that keeps itself fresh while the component is mounted; null as for `useGathering`. */
export function useBoard(id: string) {
  const { feeds } = useLive();
  const key = boardKey(id);
  const status = useFeed(key, () => feeds.board(id));
  const board = useCached(BoardViewFragmentDoc, "BoardView", "Board", id);
  const tryAgain = useCallback(() => feeds.tryAgain(key), [feeds, key]);
  return { status, board: status === "gone" ? null : board, tryAgain };
}

function useFeed(key: string, find: () => Readable<FeedStatus>): FeedStatus {
  const { feeds } = useLive();
  const generation = useReadable(feeds.generation);
  const status = useReadable(find());
  useEffect(() => feeds.hold(key), [feeds, key, generation]);
  return status;
}

/** Counts and signs of life for each board, about once a second while the net is there. */
export function usePulse(gatheringId: string): readonly Pulse[] | null {
  const { feeds } = useLive();
  useFeed(pulseKey(gatheringId), () => feeds.pulse(gatheringId));
  return useCached(GatheringPulseFragmentDoc, "GatheringPulse", "Gathering", gatheringId)?.pulse ?? null;
}

/** Whether the device hears the server. */
export function useConnection(): ConnectionState {
  return useReadable(useLive().connection.state);
}

/** The outbox, and what is in it. */
export function useOutbox(): { outbox: Outbox; view: OutboxView } {
  const { outbox } = useLive();
  return { outbox, view: useReadable(outbox.view) };
}

/** Cards of one board that the server has not accepted yet, in the order they were written. */
export function usePendingCards(boardId: string): readonly OutboxItem[] {
  const { items } = useOutbox().view;
  return useMemo(
    () =>
      items.filter(
        ({ scope, name }) => scope === boardId && (name === "PostContribution" || name === "TakeHome"),
      ),
    [items, boardId],
  );
}

/** Sends a command now, with retries; see `runCommand`. */
export function useCommand<Result extends { __typename: string }, Input>(
  document: Operation<{ result: Result }, { input: Input }>,
): (input: Omit<Input, "clientMutationId">) => Promise<Result> {
  const live = useLive();
  return useCallback((input) => runCommand(live, document, input), [live, document]);
}

/** The server's time now, in milliseconds, kept fresh every `interval` milliseconds. */
export function useServerNow(interval = 1000): number {
  const offset = useReadable(useLive().clock.offset);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, [interval]);
  return now + offset;
}
