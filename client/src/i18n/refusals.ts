import { useTranslation } from "./use-translation.js";
import type refusalTexts from "./texts/refusals.nb.js";

type InputProblem = keyof typeof refusalTexts.input;

/** A foreseen refusal as it comes in a result union. Shown by type; the server's own message is for developers. */
export type Refused =
  | { __typename: "InputRejected"; problem: string; limit?: number | null }
  | { __typename: "VotesSpent"; budget: number }
  | { __typename: "TooManyOnOne"; maxPerIdea: number }
  | { __typename: PlainRefusal };

/** Without those that have a number in them, and so two forms. */
type PlainRefusal = Exclude<keyof typeof refusalTexts, "input" | "unforeseen" | `${string}_${string}`>;

const PLAIN: ReadonlySet<string> = new Set<PlainRefusal>([
  "CodeUnknown",
  "GatheringNotOpen",
  "LinkExpired",
  "BoardFrozen",
  "KindNotInvited",
  "CritiqueOff",
  "NotSeated",
  "Outdated",
  "StageRefused",
  "RoundClosed",
]);

/** Whether an answer from a result union is one of the foreseen refusals. */
export function isRefusal(answer: { __typename: string }): answer is Refused {
  return (
    PLAIN.has(answer.__typename) ||
    ["InputRejected", "VotesSpent", "TooManyOnOne"].includes(answer.__typename)
  );
}

/** Gives a function from a refusal to what the person is told, in their language. */
export function useRefusalText(): (refusal: Refused | null | undefined) => string {
  const { t } = useTranslation("refusals");
  return (refusal) => {
    if (!refusal) return t("unforeseen");
    if ("problem" in refusal)
      return t(`input.${inputProblem(refusal.problem)}`, { limit: refusal.limit ?? 0 });
    if ("budget" in refusal) return t("VotesSpent", { count: refusal.budget });
    if ("maxPerIdea" in refusal) return t("TooManyOnOne", { count: refusal.maxPerIdea });
    return t(refusal.__typename);
  };
}

const PROBLEMS: readonly InputProblem[] = ["EMPTY", "TOO_LONG", "TOO_MANY", "OUT_OF_RANGE", "NOT_ALLOWED"];

function inputProblem(problem: string): InputProblem {
  return PROBLEMS.find((known) => known === problem) ?? "UNKNOWN";
}
