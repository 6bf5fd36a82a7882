import type { Operation } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { isRefusal, useRefusalText } from "../../i18n/refusals.js";
import { CommandFailed, useCommand } from "../../live/index.js";

/** A command that is sent now, and the words for it when it could not be done. */
export function useBoardCommand<Result extends { __typename: string }, Input>(
  document: Operation<{ result: Result }, { input: Input }>,
) {
  const { t } = useTranslation("refusals");
  const refusalText = useRefusalText();
  const command = useCommand(document);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Answers whether it was done. */
  const run = async (input: Omit<Input, "clientMutationId">): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      const result = await command(input);
      if (isRefusal(result)) setProblem(refusalText(result));
      return !isRefusal(result);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      setProblem(t("unforeseen"));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, problem, isBusy };
}
