import { useQuery } from "@apollo/client/react";
import { SeatingDocument, type SeatingQuery } from "@ordskifte/schema";
import { useEffect, useRef } from "react";
import { type GatheringView, useUntilAnswered } from "../../live/index.js";

export type Seating = NonNullable<SeatingQuery["gathering"]["seating"]>;
export type Somebody = Seating["unseated"][number];

/** Who sits where and how many are here, in one word that changes when they do. */
function seatsOf({ groups, headCount }: GatheringView): string {
  const tables = groups.map(({ id, round, members }) =>
    [id, round, ...members.map((one) => one.id)].join(" "),
  );
  return [headCount.people, ...tables].join("/");
}

interface SeatingAsked {
  readonly seating: Seating | null;
  /** It could not be fetched, and nothing is known from before. */
  readonly isFailed: boolean;
  readonly refetch: () => Promise<unknown>;
}

/** How the groups across units stand; asked again whenever groups change or people come. Null until it is there. */
export function useSeating(gathering: GatheringView): SeatingAsked {
  const query = useQuery(SeatingDocument, {
    variables: { id: gathering.id },
    fetchPolicy: "cache-and-network",
  });
  const { data, refetch } = query;
  const isFailed = useUntilAnswered(query);
  const seats = seatsOf(gathering);
  const asked = useRef(seats);
  useEffect(() => {
    if (asked.current === seats) return;
    asked.current = seats;
    void refetch().catch(() => null);
  }, [seats, refetch]);
  const seating = data?.gathering.seating ?? null;
  return { seating, isFailed, refetch: () => refetch().catch(() => null) };
}
