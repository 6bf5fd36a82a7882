import type { Operation } from "@ordskifte/schema";
import { useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { isRefusal, type Refused, useRefusalText } from "../../i18n/refusals.js";
import { CommandFailed, useCommand } from "../../live/index.js";

/** One act, whether it is on its way, and what to say when it was not done. */
interface NetworkAct<Result, Input> {
  /** Answers what was written; null when nothing was, and while an earlier press is on its way. */
  readonly run: (input: Omit<Input, "clientMutationId">) => Promise<Written<Result> | null>;
  readonly isBusy: boolean;
  readonly problem: string | null;
}

type Written<Result> = Exclude<Result, Refused>;

/** An act on a network, sent at once and retried under the same id when its answer is lost. */
export function useNetworkAct<Result extends { __typename: string }, Input>(
  document: Operation<{ result: Result }, { input: Input }>,
): NetworkAct<Result, Input> {
  const { t } = useTranslation("network");
  const refusalText = useRefusalText();
  const command = useCommand(document);
  const onItsWay = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (input: Omit<Input, "clientMutationId">) => {
    // The state comes with the next drawing; two presses can come before it.
    if (onItsWay.current) return null;
    onItsWay.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const result = await command(input);
      if (!isRefusal(result)) return result as Written<Result>;
      setProblem(refusalText(result));
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      setProblem(t(error.failure.kind === "unreachable" ? "noAnswer" : "trouble"));
    } finally {
      onItsWay.current = false;
      setBusy(false);
    }
    return null;
  };
  return { run, isBusy, problem };
}
