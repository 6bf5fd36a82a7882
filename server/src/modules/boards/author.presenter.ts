import type { Queryable } from "../../database/pool.js";
import type { Presenter } from "../../live/presenter.js";
import type { ContributionGone, ContributionPut } from "./board-change.type.js";
import { FACT_COLUMNS, FACT_TABLES, type ContributionFact } from "./contribution.facts.js";
import { contributionPresenter } from "./contribution.presenter.js";

/** The ids are `board/participant`. Anonymous cards stay out of it: to show them now would tell whose they are. */
const loadAuthors = async (
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, ContributionFact[]>> => {
  const pairs = ids.map((id) => id.split("/"));
  const { rows } = await db.query<ContributionFact>(
    `SELECT ${FACT_COLUMNS} FROM ${FACT_TABLES}
     JOIN unnest($1::uuid[], $2::uuid[]) AS a(board_id, participant_id)
       ON a.board_id = c.board_id AND a.participant_id = c.participant_id
     WHERE NOT c.anonymous ORDER BY c.created_at, c.id`,
    [pairs.map(([boardId]) => boardId), pairs.map(([, participantId]) => participantId)],
  );
  return new Map(
    ids.map((id) => [id, rows.filter(({ boardId, author }) => id === `${boardId}/${author.id}`)]),
  );
};

/** Somebody who has written on a board: their cards look different once they go by another name or unit. */
export const authorPresenter: Presenter<readonly ContributionFact[], ContributionPut | ContributionGone> = {
  kind: "author",
  load: loadAuthors,
  ownersOf: (cards) => cards.map(({ personId }) => personId),
  present: (_id, cards, viewer) =>
    (cards ?? []).flatMap((card) => contributionPresenter.present(card.id, card, viewer)),
};
