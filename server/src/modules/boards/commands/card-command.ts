import { notFound } from "../../../kernel/errors.js";
import { isUuid } from "../../../kernel/ids.js";
import { ContributionKind } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Queryable } from "../../../database/pool.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import type { Outcome } from "../../../live/vocabulary.js";
import type { CardWritten } from "./post-contribution.js";
import { atCard, type AtCard } from "./writing.js";

/** Where a card lies, and its kind; it never moves and stays of its kind, so this may be asked before any lock is held. */
export interface CardPlace {
  readonly boardId: string;
  readonly gatheringId: string;
  readonly kind: ContributionKind;
}

type Placed = CardPlace & { readonly id: string };

const PLACES = `SELECT id, board_id AS "boardId", gathering_id AS "gatheringId", kind FROM contribution
  WHERE id = ANY($1::uuid[])`;

/** In the order of the ids. Throws NOT_FOUND where one of the cards was never there. */
export const placesOf = async (db: Queryable, contributionIds: readonly string[]): Promise<CardPlace[]> => {
  if (!contributionIds.every(isUuid)) throw notFound();
  const { rows } = await db.query<Placed>(PLACES, [contributionIds]);
  const places = new Map(rows.map(({ id, ...place }) => [id, place]));
  return contributionIds.map((id) => {
    const place = places.get(id.toLowerCase());
    if (!place) throw notFound();
    return place;
  });
};

/** Throws NOT_FOUND for a card that was never there. */
export const placeOf = async (db: Queryable, contributionId: string): Promise<CardPlace> => {
  const [place] = await placesOf(db, [contributionId]);
  if (!place) throw notFound();
  return place;
};

export interface CardInput {
  readonly clientMutationId: string;
  readonly contributionId: string;
}

/**
 * Ideas are told of in the gathering, too (`tellGathering`). Any other card is its board's alone: twenty boards that
 * write do not stand in line for the gathering, and nobody who follows it is woken for nothing.
 */
const streamsOf = ({ boardId, gatheringId, kind }: CardPlace): readonly string[] =>
  kind === ContributionKind.IDEA ? [boardId, gatheringId] : [boardId];

/** What verbs on one card share: the locks, the card as the caller may see it, and the receipt. */
export const onCard = <Input extends CardInput, Refusal>(
  command: string,
  act: (tx: Tx, at: AtCard, input: Input) => Promise<Outcome<CardWritten, Refusal>>,
) => {
  const work = async (tx: Tx, actor: Actor, place: CardPlace, input: Input) =>
    act(tx, await atCard(tx, actor, place.boardId, input.contributionId), input);
  return (
    commit: Commit,
    actor: Actor,
    place: CardPlace,
    input: Input,
  ): Promise<Committed<CardWritten, Refusal>> =>
    commit({
      streams: streamsOf(place),
      command,
      receipt: { personId: actor.personId, id: input.clientMutationId },
      input,
      work: (tx) => work(tx, actor, place, input),
    });
};
