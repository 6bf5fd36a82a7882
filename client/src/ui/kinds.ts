/** The seven kinds of card, spelled as in the API. */
export const CARD_KINDS = [
  "PRACTICE_EXAMPLE",
  "CHALLENGE",
  "ANSWER",
  "IDEA",
  "REFLECTION",
  "THEORY_INPUT",
  "TAKEAWAY",
] as const;

export type CardKind = (typeof CARD_KINDS)[number];

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
