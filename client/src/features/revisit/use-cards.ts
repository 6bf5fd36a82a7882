import { limits, RevisitCardsDocument, RevisitSearchDocument } from "@ordskifte/schema";
import { useCallback, useEffect, useMemo, useState } from "react";
import { failureOf, useLive } from "../../live/index.js";
import type { Contribution } from "../board/board-card.js";

type Server = ReturnType<typeof useLive>["server"];

interface Page<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Reads a connection to its end, and tells of each page as it comes. */
async function readAll<Node>(
  readPage: (after: string | null) => Promise<Page<Node>>,
  onPage: (nodes: Node[]) => boolean,
): Promise<void> {
  let after: string | null = null;
  do {
    const page: Page<Node> = await readPage(after);
    if (!onPage(page.edges.map(({ node }) => node))) return;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

async function cardPage(server: Server, id: string, after: string | null): Promise<Page<Contribution>> {
  const variables = { id, first: limits.gatheringPage, after };
  const data = await server.ask(RevisitCardsDocument, variables);
  return data.gathering.contributions;
}

async function hitPage(server: Server, id: string, words: string, after: string | null) {
  const variables = { id, words, first: limits.gatheringPage, after };
  const data = await server.ask(RevisitSearchDocument, variables);
  return data.gathering.contributions;
}

/** Something on its way. While it is not `ready`, `value` is what has come so far; null before the first page. */
export interface Fetched<Value> {
  readonly status: "loading" | "ready" | "failed";
  readonly value: Value | null;
  readonly isOffline: boolean;
  readonly again: () => void;
}

/**
 * Everything of a gathering that this caller may see. Threads can only be shown whole, and themes only be listed, when
 * all cards are known; choosing among them then needs no net.
 */
export function useAllCards(gatheringId: string): Fetched<readonly Contribution[]> {
  const { server } = useLive();
  const read = useCallback(
    (onPage: OnPage<Contribution>) => readAll((after) => cardPage(server, gatheringId, after), onPage),
    [server, gatheringId],
  );
  return useRead(read);
}

/** Ids of the cards with these words, in any inflection of bokmål. Asks nothing where there are no words. */
export function useHits(gatheringId: string, words: string): Fetched<ReadonlySet<string>> {
  const { server } = useLive();
  const read = useCallback(
    async (onPage: OnPage<{ id: string }>) => {
      if (words) await readAll((after) => hitPage(server, gatheringId, words, after), onPage);
    },
    [server, gatheringId, words],
  );
  const { value, ...rest } = useRead(read);
  const hits = useMemo(() => value && new Set(value.map(({ id }) => id)), [value]);
  return { ...rest, value: hits };
}

/** Takes a page in; answers whether more is wanted. */
type OnPage<Node> = (nodes: Node[]) => boolean;
type Read<Node> = (onPage: OnPage<Node>) => Promise<void>;
type Standing<Node> = Omit<Fetched<readonly Node[]>, "again"> & { readonly of: Read<Node> };

function emptyOf<Node>(read: Read<Node>): Standing<Node> {
  return { of: read, status: "loading", value: null, isOffline: false };
}

function useRead<Node>(read: Read<Node>): Fetched<readonly Node[]> {
  const [standing, setStanding] = useState(() => emptyOf(read));
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((count) => count + 1), []);
  useEffect(() => {
    let wanted = true;
    let nodes: readonly Node[] = [];
    const tell = (news: Partial<Standing<Node>>) => {
      if (wanted) setStanding((old) => ({ ...(old.of === read ? old : emptyOf(read)), ...news }));
      return wanted;
    };
    const onPage = (page: readonly Node[]) => tell({ value: (nodes = [...nodes, ...page]) });
    tell({ status: "loading" });
    read(onPage).then(
      () => tell({ status: "ready", value: nodes }),
      (error: unknown) => tell({ status: "failed", isOffline: failureOf(error).kind === "unreachable" }),
    );
    return () => {
      wanted = false;
    };
  }, [read, round]);
  const { status, value, isOffline } = standing.of === read ? standing : emptyOf(read);
  useAgainWhenBack(status === "failed", again);
  return { status, value, isOffline, again };
}

/** What failed is asked for once more when the server is there again. */
function useAgainWhenBack(hasFailed: boolean, again: () => void): void {
  const { connection } = useLive();
  useEffect(() => (hasFailed ? connection.onUp(again) : undefined), [hasFailed, connection, again]);
}
