import type { ContributionKind, GatheringState, ItemKind, Phase } from "@ordskifte/schema";

/** What a person can do on the board, by the kind of card it is done with. */
const WAYS = {
  write: "PRACTICE_EXAMPLE",
  challenge: "CHALLENGE",
  suggest: "IDEA",
  takeHome: "TAKEAWAY",
  reflect: "REFLECTION",
  theory: "THEORY_INPUT",
} as const satisfies Record<string, ContributionKind>;

type Way = keyof typeof WAYS;

/** The one thing to do now. */
export type Now =
  | { do: Way | "read"; boardId: string; silent: boolean; kind: ContributionKind | null }
  | { do: "vote" | "voted" | "results"; roundId: string; title: string }
  | { do: "listen" | "rest" | "noGroup" | "notStarted" | "watch" }
  | { do: "revisit"; open: boolean };

export interface NowItem {
  id: string;
  kind: ItemKind;
  writing: "SILENT" | "OPEN";
  openedAt: string | null;
  invites: readonly ContributionKind[];
  /** Whether cards may be challenged. */
  critique: boolean;
}

export interface NowRound {
  id: string;
  title: string;
  itemId: string | null;
  state: "OPEN" | "CLOSED" | "REVEALED";
  viewerBallots: readonly { choices: readonly unknown[] }[];
}

export interface NowFacts {
  state: GatheringState;
  phase: Phase;
  item: NowItem | null;
  rounds: readonly NowRound[];
  /** The board of the person's group for this item; null without a seat. */
  boardId: string | null;
  /** People at the device: each has a ballot. 0 for those who belong to the network but have not joined. */
  people: number;
}

/** The way that belongs to a kind of item when several kinds of card are invited. */
const MAIN_WAY: Partial<Record<ItemKind, Way>> = {
  OWN_PRACTICE: "write",
  EXAMPLES: "write",
  THEORY: "theory",
  EXCHANGE: "challenge",
  IDEAS: "suggest",
  TAKE_HOME: "takeHome",
  NEW_PLANS: "takeHome",
  REFLECTION: "reflect",
};

/** Otherwise the first of these that is invited. */
const BY_WEIGHT: readonly Way[] = ["write", "challenge", "suggest", "takeHome", "reflect", "theory"];

/** Derives the one thing to do from where the gathering is. A vote that is open goes before everything else. */
export function whatNow(facts: NowFacts): Now {
  if (facts.state === "ARCHIVED") return { do: "revisit", open: false };
  if (facts.people === 0)
    return facts.state === "FOLLOW_UP" ? { do: "revisit", open: true } : { do: "watch" };
  return votingNow(facts) ?? writingNow(facts) ?? waitingNow(facts);
}

function votingNow({ rounds, item, people }: NowFacts): Now | null {
  const open = rounds.find(({ state }) => state === "OPEN");
  if (open) {
    const voted = open.viewerBallots.filter(({ choices }) => choices.length > 0).length;
    return { do: voted >= people ? "voted" : "vote", roundId: open.id, title: open.title };
  }
  const revealed = rounds.findLast(
    ({ state, itemId }) => state === "REVEALED" && itemId !== null && itemId === item?.id,
  );
  return revealed ? { do: "results", roundId: revealed.id, title: revealed.title } : null;
}

function writingNow({ item, boardId, phase, state }: NowFacts): Now | null {
  if (!item || state === "DRAFT" || item.kind === "BREAK") return null;
  const way = wayIn(item, phase);
  if (!way) return null;
  if (boardId === null) return { do: "noGroup" };
  return { do: way, boardId, kind: WAYS[way], silent: item.writing === "SILENT" && item.openedAt === null };
}

function wayIn(item: NowItem, phase: Phase): Way | null {
  const invited = BY_WEIGHT.filter(
    (way) => item.invites.includes(WAYS[way]) && (way !== "challenge" || item.critique),
  );
  // Alone first: before the group meets, one writes; challenging needs something to read.
  if (phase === "INDIVIDUAL" && invited.includes("write")) return "write";
  const main = MAIN_WAY[item.kind];
  return main && invited.includes(main) ? main : (invited[0] ?? null);
}

function waitingNow({ item, state, boardId }: NowFacts): Now {
  if (state === "FOLLOW_UP") return { do: "revisit", open: true };
  if (!item || state === "DRAFT") return { do: "notStarted" };
  if (item.kind === "BREAK") return { do: "rest" };
  if (["WELCOME", "THEORY", "CLOSING", "EXAMPLES"].includes(item.kind) || boardId === null)
    return { do: "listen" };
  return { do: "read", boardId, kind: null, silent: false };
}
