import type { GatheringView } from "../../live/index.js";
import { whatNow } from "../gathering/now.js";
import { addressOf } from "../gathering/now-address.js";
import { seatIn } from "../gathering/seat.js";

/** Where everybody is now, for this person: the board or ballot of the one thing to do, else their gathering's page. */
export function whereNow(gathering: GatheringView): string {
  const { programme, currentItemId, groups, viewer } = gathering;
  if (gathering.summons) return `/g/${gathering.id}/b/${gathering.summons.boardId}`;
  const item = programme.find(({ id }) => id === currentItemId) ?? null;
  const group = seatIn(groups, viewer.participant?.id ?? null, item?.arena ?? "CROSS");
  const now = whatNow({
    state: gathering.state,
    phase: gathering.phase,
    item,
    rounds: gathering.voteRounds,
    boardId: group?.boardId ?? null,
    people: viewer.participant?.people ?? 0,
  });
  return addressOf(now, gathering.id) ?? `/g/${gathering.id}`;
}

interface Moving {
  readonly moment: number;
  readonly summons: { readonly id: string } | null;
  readonly voteRounds: readonly unknown[];
}

/**
 * What a move is known by: another item, phase, call or round that opens is a move. One that closes is none: whoever waits
 * for its result is not called away.
 */
export function moveOf({ moment, summons, voteRounds }: Moving): string {
  return `${moment} ${summons?.id ?? ""} ${voteRounds.length}`;
}
