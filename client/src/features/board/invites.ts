import type { ContributionKind } from "@ordskifte/schema";
import type { BoardView, GatheringView } from "../../live/index.js";
import { itemAtHand } from "../gathering/at-hand.js";
import { seatIn } from "../gathering/seat.js";

type Item = GatheringView["programme"][number];

/** Kinds that stand for themselves: one begins them without choosing a card. */
const rootKinds = ["PRACTICE_EXAMPLE", "IDEA", "REFLECTION", "THEORY_INPUT"] as const;
export type RootKind = (typeof rootKinds)[number];

/** What one comes to write first in such an item, where several kinds are invited. */
const mainKind: Partial<Record<Item["kind"], RootKind>> = {
  IDEAS: "IDEA",
  REFLECTION: "REFLECTION",
  THEORY: "THEORY_INPUT",
};

/** What this person may do on this board now. */
export interface Leave {
  /** The item that new writing belongs to. */
  readonly item: Item | null;
  readonly mayWrite: boolean;
  readonly mayTakeHome: boolean;
  readonly mayLead: boolean;
  readonly participant: GatheringView["viewer"]["participant"];
  /** The board of the group where this person sits now; null without a seat. */
  readonly ownBoardId: string | null;
  /** Why nobody can write, where that is so. */
  readonly closed: "frozen" | "notSeated" | "notOpen" | null;
}

const takesWriting = new Set<GatheringView["state"]>(["PREPARING", "LIVE", "FOLLOW_UP"]);
const takesTakeaways = new Set<GatheringView["state"]>(["LIVE", "FOLLOW_UP"]);

/** The rules of the server, foreseen, so that nobody is offered a button that would be refused. */
export function leaveOn(gathering: GatheringView, board: Pick<BoardView, "id" | "frozen">): Leave {
  const { mayLead, participant } = gathering.viewer;
  const closed = closedFor(gathering, board);
  return {
    item: writingItem(gathering),
    mayWrite: closed === null && participant !== null,
    mayTakeHome: participant !== null && takesTakeaways.has(gathering.state),
    mayLead,
    participant,
    ownBoardId:
      seatIn(gathering.groups, participant?.id ?? null, itemAtHand(gathering)?.arena ?? "CROSS")?.boardId ??
      null,
    closed,
  };
}

function closedFor(
  { state, viewer, groups }: GatheringView,
  board: Pick<BoardView, "id" | "frozen">,
): Leave["closed"] {
  if (!takesWriting.has(state)) return "notOpen";
  if (board.frozen) return "frozen";
  const group = groups.find(({ boardId }) => boardId === board.id);
  const me = viewer.participant?.id ?? "";
  // Whoever was given another seat finishes here what was begun here.
  const seated = group?.members.some(({ id }) => id === me) || group?.satHere;
  return seated || viewer.mayLead ? null : "notSeated";
}

/** The item at hand; without one, before the day the first that invites somebody to write, after it the last. */
function writingItem(gathering: GatheringView): Item | null {
  const atHand = itemAtHand(gathering);
  if (atHand) return atHand;
  const inviting = gathering.programme.filter((item) => item.invites.length > 0);
  return (gathering.state === "FOLLOW_UP" ? inviting.at(-1) : inviting[0]) ?? null;
}

export function invites(leave: Leave, kind: ContributionKind): boolean {
  if (!leave.mayWrite) return false;
  if (leave.item === null) return true;
  // As the server does: where nobody is challenged, it does not help that challenges are among what is invited.
  return leave.item.invites.includes(kind) && (kind !== "CHALLENGE" || leave.item.critique);
}

/** What can be begun without choosing a card, the item's own kind first. */
export function kindsToBegin(leave: Leave): RootKind[] {
  const main = leave.item && mainKind[leave.item.kind];
  const invited = rootKinds.filter((kind) => invites(leave, kind));
  return invited.toSorted((a, b) => Number(b === main) - Number(a === main));
}
