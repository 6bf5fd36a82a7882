import { useFragment } from "@apollo/client/react";
import type { TypedDocumentNode } from "@apollo/client";
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

export type GatheringView = GatheringViewFragment;
export type BoardView = BoardViewFragment;
export type Person = NonNullable<GatheringPeopleFragment["people"]>["edges"][number]["node"];
export type Pulse = GatheringPulseFragment["pulse"][number];

/** What a participant's screens need; leaders add PEOPLE. */
const usualParts: readonly FeedPart[] = ["PROGRAMME", "GROUPS", "VOTING"];

/**
 * A gathering that keeps itself fresh while the component is mounted. `gathering` is null until
 * the first picture is there, and when `status` is `gone`.
 */
export function useGathering(id: string, parts: readonly FeedPart[] = usualParts) {
  const { feeds } = useLive();
  const key = gatheringKey(id, parts);
  const status = useFeed(key, () => feeds.gathering(id, parts));
  const from = { __typename: "Gathering" as const, id };
  const { data, complete } = useFragment({
    fragment: GatheringViewFragmentDoc,
    fragmentName: "GatheringView",
    from,
  });
  return { status, gathering: complete && status !== "gone" ? data : null };
}

/** The live list of people; needs `useGathering` with PEOPLE on the same screen. Null without it. */
export function usePeople(gatheringId: string): readonly Person[] | null {
  const { data, complete } = useFragment({
    fragment: GatheringPeopleFragmentDoc,
    fragmentName: "GatheringPeople",
    from: { __typename: "Gathering", id: gatheringId },
  });
  const people = complete ? data.people : null;
  return useMemo(() => people?.edges.map(({ node }) => node) ?? null, [people]);
}

/** A board that keeps itself fresh while the component is mounted; null as for `useGathering`. */
export function useBoard(id: string) {
  const { feeds } = useLive();
  const status = useFeed(boardKey(id), () => feeds.board(id));
  const { data, complete } = useFragment({
    fragment: BoardViewFragmentDoc,
    fragmentName: "BoardView",
    from: { __typename: "Board", id },
  });
  return { status, board: complete && status !== "gone" ? data : null };
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
  const { data, complete } = useFragment({
    fragment: GatheringPulseFragmentDoc,
    fragmentName: "GatheringPulse",
    from: { __typename: "Gathering", id: gatheringId },
  });
  return complete ? data.pulse : null;
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
  document: TypedDocumentNode<{ result: Result }, { input: Input }>,
): (input: Omit<Input, "clientMutationId">) => Promise<Result> {
  const { client } = useLive();
  return useCallback((input) => runCommand(client, document, input), [client, document]);
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
