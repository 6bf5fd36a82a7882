import type { Operation } from "@ordskifte/schema";
import { spreadBackoff } from "./backoff.js";
import { failureOf, type Failure } from "./errors.js";
import { newMutationId } from "./mutation-id.js";
import type { Live } from "./live.js";
import { applyWritten } from "./written.js";

const tries = 3;
const answerWithin = 15_000;

/** A command that got no answer. The text is for developers; people are shown one by kind. */
export class CommandFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === "rejected" ? failure.code : failure.kind);
  }
}

type Command<Result, Input> = Operation<{ result: Result }, { input: Input }>;

/**
 * Sends a command that does not wait in the outbox: what a leader does now, joining, signing in.
 * The mutation's field must have the alias `result`. A lost answer is asked for again under the
 * same id; changes in the answer are applied to the cache. Throws `CommandFailed`.
 */
export async function runCommand<Result extends { __typename: string }, Input>(
  { server, cache }: Pick<Live, "server" | "cache">,
  document: Command<Result, Input>,
  input: Omit<Input, "clientMutationId">,
): Promise<Result> {
  const variables = { input: { ...input, clientMutationId: newMutationId() } };
  const backoff = spreadBackoff();
  for (let failures = 0; ;) {
    try {
      const signal = AbortSignal.timeout(answerWithin);
      const { result } = await server.ask(document as Operation<{ result: Result }, unknown>, variables, {
        signal,
      });
      applyWritten(cache, result);
      return result;
    } catch (error) {
      const failure = failureOf(error);
      failures += 1;
      if (failure.kind === "rejected" || failures === tries) throw new CommandFailed(failure);
      await new Promise((resolve) => setTimeout(resolve, backoff(failures)));
    }
  }
}
