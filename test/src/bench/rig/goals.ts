/** What a work is to come to, and what it came to. */
export interface Goal {
  readonly what: string;
  readonly got: number;
  readonly wanted: "at most" | "at least";
  readonly limit: number;
  readonly unit: string;
}

export const atMost = (what: string, got: number, limit: number, unit = ""): Goal => {
  return { what, got, wanted: "at most", limit, unit };
};

export const atLeast = (what: string, got: number, limit: number, unit = ""): Goal => {
  return { what, got, wanted: "at least", limit, unit };
};

const isMet = ({ got, wanted, limit }: Goal): boolean => (wanted === "at most" ? got <= limit : got >= limit);

/** As exact as the limit it is compared with, and no more. */
const told = (value: number, limit: number): string =>
  value.toLocaleString("en-GB", { maximumFractionDigits: limit < 5 ? 2 : limit < 25 ? 1 : 0 });

export const goalLine = (goal: Goal): string => {
  const { what, got, wanted, limit, unit } = goal;
  const verdict = isMet(goal) ? "met" : "**missed**";
  return `- ${what}: ${told(got, limit)}${unit}; goal ${wanted} ${told(limit, limit)}${unit}: ${verdict}`;
};
