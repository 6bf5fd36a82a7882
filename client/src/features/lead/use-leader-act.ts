import type { Operation } from "@ordskifte/schema";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useParams } from "wouter";
import { isRefusal, type Refused, useRefusalText } from "../../i18n/refusals.js";
import { CommandFailed, useCommand, useLive } from "../../live/index.js";

/** One of the leader's acts: how to do it, whether it is on its way, and what to say when it was not done. */
export interface LeaderAct<Input> {
  /** Answers whether it was done. A press while it is on its way does nothing. */
  readonly run: (input: Omit<Input, "clientMutationId">) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: string | null;
}

/** An act that goes to the server at once, retried under the same id when its answer is lost. */
export function useLeaderAct<Result extends { __typename: string }, Input>(
  document: Operation<{ result: Result }, { input: Input }>,
): LeaderAct<Input> {
  const command = useCommand(document);
  const refresh = useRefresh();
  const inWords = useInWords();
  const onItsWay = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (input: Omit<Input, "clientMutationId">): Promise<boolean> => {
    // The state comes with the next drawing; two presses can come before it.
    if (onItsWay.current) return false;
    onItsWay.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const result = await command(input);
      if (!isRefusal(result)) return true;
      if (result.__typename === "Outdated") void refresh();
      setProblem(inWords.refused(result));
      return false;
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      setProblem(inWords.failed(error));
      return false;
    } finally {
      onItsWay.current = false;
      setBusy(false);
    }
  };
  return { run, isBusy, problem };
}

function useInWords() {
  const { t } = useTranslation("lead");
  const refusalText = useRefusalText();
  return {
    refused: (refusal: Refused) => (refusal.__typename === "Outdated" ? t("outdated") : refusalText(refusal)),
    failed: ({ failure }: CommandFailed) => t(failure.kind === "unreachable" ? "noAnswer" : "trouble"),
  };
}

/** Fetches the gathering anew, for a leader who acted on an old picture. The feed goes on as before. */
function useRefresh(): () => Promise<unknown> {
  const { refresh } = useLive();
  const { gatheringId: id = "" } = useParams();
  return useCallback(() => refresh(id).catch(() => null), [refresh, id]);
}
