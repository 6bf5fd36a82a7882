import type { RefusalFieldsFragment } from "@ordskifte/schema";
import { failureOf, type Failure } from "../errors.js";
import type { Server } from "../server.js";
import { documentOf, type Answer, type OutboxItem } from "./item.js";

const answerWithin = 15_000;

export type Accepted = Extract<
  Answer,
  { __typename: "BoardWritten" | "BallotCast" | "TableCast" | "SignWritten" }
>;

/** What became of one try to send. */
export type Delivery =
  | { readonly kind: "accepted"; readonly answer: Accepted }
  | { readonly kind: "refused"; readonly refusal: RefusalFieldsFragment }
  | Failure;

/** Sends one item once. Never throws. */
export type Deliver = (item: OutboxItem) => Promise<Delivery>;

/** Sends items as mutations; what comes back is written to the cache by the outbox. */
export function deliveryTo(server: Server): Deliver {
  return async (item) => {
    try {
      const answer = await mutate(server, item);
      return isAccepted(answer) ? { kind: "accepted", answer } : { kind: "refused", refusal: answer };
    } catch (error) {
      return failureOf(error);
    }
  };
}

async function mutate(server: Server, item: OutboxItem): Promise<Answer> {
  const variables = { input: { ...item.input, clientMutationId: item.id } };
  const { result } = await server.ask(documentOf(item.name), variables, {
    // The server refuses it when the session has become somebody else's.
    headers: { "x-ordskifte-caller": item.personId ?? "nobody" },
    signal: AbortSignal.timeout(answerWithin),
  });
  return result;
}

const ACCEPTED: ReadonlySet<string> = new Set(["BoardWritten", "BallotCast", "TableCast", "SignWritten"]);

function isAccepted(answer: Answer): answer is Accepted {
  return ACCEPTED.has(answer.__typename);
}
