import type { Operation } from "@ordskifte/schema";
import { failureOfAnswer, OperationFailed } from "./errors.js";
import { isOutdatedCode, loadAgain } from "./outdated.js";

/** What sends a request; the browser's own where nothing else is said. */
export type Send = (uri: string, request: RequestInit) => Promise<Pick<Response, "status" | "text">>;

/** What is not answered by then has been lost: a phone that slept, or a net that swallows, says nothing of it. Milliseconds. */
const answerWithin = 30_000;

const overBrowser: Send = (uri, request) => fetch(uri, request);

/** The server over HTTP: queries and mutations, each asked once. Changes come over the socket. */
export class Server {
  constructor(
    private readonly uri: string,
    private readonly send: Send = overBrowser,
  ) {}

  /** Asks once and answers the data; throws `OperationFailed` where there is none. */
  async ask<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    how: { readonly headers?: Record<string, string>; readonly signal?: AbortSignal } = {},
  ): Promise<Data> {
    const body = JSON.stringify({ documentId: operation.hash, variables });
    const { status, text } = await this.post(body, how);
    const answer = parsed(text);
    if (answer?.errors?.some(({ extensions }) => isOutdatedCode(extensions?.["code"]))) loadAgain();
    const failure = failureOfAnswer(status, answer?.errors, text);
    if (failure) throw new OperationFailed(failure);
    return answer?.data as Data;
  }

  /** The same server for somebody who may give up: what has not been answered by then is dropped. */
  until(givenUp: AbortSignal): Server {
    return new Server(this.uri, (uri, request) =>
      this.send(uri, { ...request, signal: first(givenUp, request.signal) }),
    );
  }

  private async post(
    body: string,
    { headers, signal }: { headers?: Record<string, string>; signal?: AbortSignal },
  ): Promise<{ status: number; text: string }> {
    try {
      const response = await this.send(this.uri, {
        method: "POST",
        credentials: "same-origin",
        // A form on another site cannot set the second header, so the server can tell it from us.
        headers: { "content-type": "application/json", "apollo-require-preflight": "1", ...headers },
        body,
        signal: signal ?? AbortSignal.timeout(answerWithin),
      });
      return { status: response.status, text: await response.text() };
    } catch {
      throw new OperationFailed({ kind: "unreachable" });
    }
  }
}

/** Aborted with the first of the two; the oldest browsers have no such thing of their own. */
function first(one: AbortSignal, other: AbortSignal | null | undefined): AbortSignal {
  const stop = new AbortController();
  for (const signal of [one, other]) {
    if (signal?.aborted) stop.abort();
    signal?.addEventListener("abort", () => stop.abort());
  }
  return stop.signal;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: Record<string, unknown> }[];
}

/** Null for what is no answer of ours, such as the page of a net that wants to be paid first. */
function parsed(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" ? answer : null;
  } catch {
    return null;
  }
}
