import type { Operation } from "@ordskifte/schema";
import { liveLayer } from "./live-layer.js";

/** The command got no answer: the net or the server is away. Nothing was lost; it may be sent again. */
export class Unanswered extends Error {}

/**
 * Sends a command that makes the caller somebody else (join, sign in), and lets the live layer know when it did.
 * @param accepted the `__typename` of the answer that means it did
 */
export async function become<Result extends { __typename: string }, Input>(
  document: Operation<{ result: Result }, { input: Input }>,
  input: Omit<Input, "clientMutationId">,
  accepted: Result["__typename"],
): Promise<Result> {
  const { runCommand, CommandFailed } = await import("../live/index.js").catch(noAnswer);
  const live = await liveLayer();
  const result = await runCommand(live, document, input).catch((error: unknown) =>
    error instanceof CommandFailed ? noAnswer() : Promise.reject(error as Error),
  );
  if (result.__typename === accepted) await live.callerChanged();
  return result;
}

function noAnswer(): never {
  throw new Unanswered();
}
