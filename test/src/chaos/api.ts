import { randomUUID } from "node:crypto";
import { createClient, type Client } from "graphql-ws";
import { WebSocket } from "ws";
import type { Answer, Intent, Seen } from "./history.js";

/** Where calls go: the port of a line to a node. */
export type Route = () => number;

/** No word came, or one that leaves it open what was done. */
export class Unknown extends Error {}

interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Codes after which it is open whether the write stood; any other is an answer. */
const OPEN_CODES = new Set(["UNAVAILABLE", "INTERNAL"]);
/** Lines that break say so at once; this is for those that hang. A machine with other work must not look like one. */
const PATIENCE_MS = 30_000;

export const overHttp = async (
  port: number,
  token: string,
  query: string,
  variables: object,
): Promise<Result> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return (await response.json()) as Result;
  } catch (cause) {
    throw new Unknown("no answer", { cause });
  }
};

/** One that is given up while it connects says so as an error, when nobody listens any more. */
class PatientSocket extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    this.on("error", () => undefined);
  }
}

/** A client that never comes back by itself: whoever holds it knows that the line broke. */
export const socketClient = (port: number, token: string, pingEveryMs = 0): Client =>
  createClient({
    keepAlive: pingEveryMs,
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: PatientSocket,
    connectionParams: { token },
    retryAttempts: 0,
    connectionAckWaitTimeout: PATIENCE_MS,
  });

export const overSocket = (
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      clearTimeout(impatience);
      if (Array.isArray(cause)) resolve({ errors: cause as NonNullable<Result["errors"]> });
      else reject(new Unknown("no answer", { cause }));
    };
    const impatience = setTimeout(() => {
      client.terminate();
      fail(new Error("too late"));
    }, PATIENCE_MS);
    client.subscribe<Record<string, unknown>>(
      { query, variables },
      {
        next: (result) => {
          clearTimeout(impatience);
          resolve(result);
        },
        error: fail,
        complete: () => fail(new Error("complete")),
      },
    );
  });

/** The one field of a result. Throws where its outcome is open, and tells codes as a refusal. */
export const answerOf = (result: Result): { readonly __typename: string; readonly cursor?: string } => {
  const [error] = result.errors ?? [];
  const code = error?.extensions?.code ?? "";
  if (error && (OPEN_CODES.has(code) || code === "")) throw new Unknown(`${code} ${error.message}`);
  if (error) return { __typename: code };
  const [answer] = Object.values(result.data ?? {});
  if (!answer) throw new Unknown("an empty answer");
  return answer as { __typename: string };
};

const SELECTION = {
  board: "__typename ... on BoardWritten { cursor } ... on Refusal { message }",
  ballot: "__typename ... on BallotCast { cursor } ... on Refusal { message }",
};

const writing = (field: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { ${selection} } }`;

const DOCUMENTS = {
  post: writing("postContribution", "PostContributionInput", SELECTION.board),
  edit: writing("editContribution", "EditContributionInput", SELECTION.board),
  withdraw: writing("withdrawContribution", "ContributionInput", SELECTION.board),
  ballot: writing("castBallot", "CastBallotInput", SELECTION.ballot),
} as const;

const inputOf = (write: Intent): object => {
  switch (write.verb) {
    case "post":
      return { boardId: write.stream, kind: "REFLECTION", body: write.mark, toId: write.cause };
    case "edit":
      return { contributionId: write.card, body: write.mark };
    case "withdraw":
      return { contributionId: write.card };
    case "ballot":
      return { roundId: write.round, choices: write.choices };
  }
};

export interface Asked {
  readonly query: string;
  readonly variables: { readonly input: object };
}

export const askedBy = (write: Intent): Asked => ({
  query: DOCUMENTS[write.verb],
  variables: { input: { clientMutationId: write.id, ...inputOf(write) } },
});

export const toAnswer = ({ __typename, cursor }: { __typename: string; cursor?: string }): Answer =>
  cursor === undefined ? { done: false, refusal: __typename } : { done: true, cursor };

/** Asks until an answer comes. */
export const persist = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** A leader's write, tried until it is known to have stood. Throws where it is refused. */
export const insist = async (
  route: Route,
  token: string,
  mutation: { field: string; input: string; selection: string },
  values: object,
): Promise<Record<string, unknown>> => {
  const input = { clientMutationId: randomUUID(), ...values };
  const query = writing(
    mutation.field,
    mutation.input,
    `__typename ${mutation.selection} ... on Refusal { message }`,
  );
  return persist(async () => {
    const answer = answerOf(await overHttp(route(), token, query, { input })) as Record<string, unknown>;
    if (!("cursor" in answer)) throw new Error(`${mutation.field} was refused: ${JSON.stringify(answer)}`);
    return answer;
  });
};

export interface SeenNode {
  readonly id: string;
  readonly revision: number;
  readonly body: string;
  readonly links: readonly { readonly toId: string }[];
}

export const CARD = "id revision body links { toId }";
export const toSeen = ({ id, revision, body, links }: SeenNode): Seen => ({
  card: id,
  revision,
  mark: body,
  to: links.map(({ toId }) => toId),
});

const SNAPSHOT = `query ($id: ID!, $after: String) { board(id: $id) { cursor contributions(first: 200, after: $after) {
  edges { node { ${CARD} } } pageInfo { hasNextPage endCursor } } } }`;

interface BoardPage {
  readonly cursor: string;
  readonly contributions: {
    readonly edges: readonly { readonly node: SeenNode }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

export interface Snapshot {
  readonly cursor: string;
  readonly cards: readonly Seen[];
}

/** All pages of a board. Its cursor is that of the first page, since which anything may have changed. */
export const snapshotOf = async (route: Route, token: string, boardId: string): Promise<Snapshot> => {
  const cards = new Map<string, Seen>();
  let cursor: string | null = null;
  let after: string | null = null;
  do {
    const result = await overHttp(route(), token, SNAPSHOT, { id: boardId, after });
    const page = answerOf(result) as unknown as BoardPage;
    if (!page.contributions) throw new Unknown("no picture");
    cursor ??= page.cursor;
    for (const { node } of page.contributions.edges) cards.set(node.id, toSeen(node));
    after = page.contributions.pageInfo.hasNextPage ? page.contributions.pageInfo.endCursor : null;
  } while (after !== null);
  return { cursor, cards: [...cards.values()] };
};

const VOTES = `query ($id: ID!) { gathering(id: $id) { cursor voteRounds { id votedCount } } }`;

interface Votes {
  readonly cursor: string;
  readonly voteRounds?: readonly { readonly id: string; readonly votedCount: number }[];
}

/** How many have voted in each of a gathering's rounds. */
export const votesOf = async (
  route: Route,
  token: string,
  gatheringId: string,
): Promise<Snapshot & { readonly voted: Readonly<Record<string, number>> }> => {
  const result = await overHttp(route(), token, VOTES, { id: gatheringId });
  const { cursor, voteRounds } = answerOf(result) as unknown as Votes;
  if (!voteRounds) throw new Unknown("no picture");
  return {
    cursor,
    cards: [],
    voted: Object.fromEntries(voteRounds.map((round) => [round.id, round.votedCount])),
  };
};
