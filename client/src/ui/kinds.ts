import type { ContributionKind } from "@ordskifte/schema";

/** The seven kinds of card, as the API has them. */
export type CardKind = ContributionKind;

const TONES: Record<CardKind, string> = {
  PRACTICE_EXAMPLE: "example",
  CHALLENGE: "challenge",
  ANSWER: "answer",
  IDEA: "idea",
  REFLECTION: "reflection",
  THEORY_INPUT: "theory",
  TAKEAWAY: "takeaway",
};

/** The name of a kind's colours in the palette: `--os-<tone>-line`, `-tint` and `-ink`. */
export function toneOf(kind: CardKind): string {
  return TONES[kind];
}
