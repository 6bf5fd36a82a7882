import { newId } from "../../../kernel/ids.js";
import { ContributionKind } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Viewer } from "../../../live/presenter.js";
import { World, type Somebody } from "../../../testing/world.js";
import type { App } from "../../context.js";
import { NetworkRole } from "../../networks/index.js";
import type { Board } from "../board.entity.js";
import { readCards } from "../board.reads.js";
import { placeOf, type CardPlace } from "../commands/card-command.js";
import { postContribution, type PostContribution } from "../commands/post-contribution.js";
import { Lens } from "../contribution.entity.js";
import type { Card } from "../contribution.type.js";

export const input = (board: Board, changes: Partial<PostContribution> = {}): PostContribution => ({
  clientMutationId: newId(),
  boardId: board.id,
  kind: ContributionKind.IDEA,
  body: "Alle besøker én annen enhet før jul",
  fromAuthor: false,
  ...changes,
});

export const refusalOf = async (
  committed: Promise<{ outcome: { done: boolean; refusal?: unknown } }>,
): Promise<unknown> => ((await committed).outcome as { refusal?: unknown }).refusal;

export const viewer = (
  { actor, participant }: { actor: Actor; participant?: { id: string } },
  mayLead = false,
): Viewer => ({
  personId: actor.personId,
  participantId: participant?.id ?? null,
  mayLead,
  parts: [],
});

export const example: Partial<PostContribution> = {
  kind: ContributionKind.PRACTICE_EXAMPLE,
  title: "Lesestund i par",
  body: "På 1. trinn «leser» elevene bildebok for en medelev.",
  lens: Lens.GOOD,
  challengeUsOn: "Hvordan vet vi at det virker?",
  theme: "Begynneropplæring",
};

/** What tests of boards do at a table, in the App that is running. */
export const tableTools = (app: () => App) => {
  /** Two of different units at one board, one elsewhere, and a leader. */
  const atTable = async () => {
    const world = await World.create(app().source);
    const [anna, bo, far] = [
      await world.addParticipant(0),
      await world.addParticipant(1),
      await world.addParticipant(2),
    ];
    const leader = await world.addMember(NetworkRole.LEADER);
    const { board } = await world.addGroup(anna, bo);
    return { world, anna, bo, far, leader, board };
  };

  const post = (who: Somebody, board: Board, changes: Partial<PostContribution> = {}) =>
    postContribution(app().commit, who.actor, input(board, changes));

  /** Posts and expects it to stand; the card's id. */
  const posted = async (
    who: Somebody,
    board: Board,
    changes: Partial<PostContribution> = {},
  ): Promise<string> => {
    const { outcome } = await post(who, board, changes);
    if (!outcome.done) throw new Error(`refused: ${outcome.refusal.message}`);
    return outcome.value.contributionId;
  };

  const seen = async (board: Board, who: Viewer): Promise<Card[]> => {
    const page = await readCards(app().pool, { gatheringId: board.gatheringId, boardId: board.id }, who, {
      first: 100,
    });
    return page.edges.map(({ node }) => node);
  };

  const act = async <I extends { contributionId: string }, T>(
    verb: (
      commit: App["commit"],
      actor: Actor,
      place: CardPlace,
      input: I & { clientMutationId: string },
    ) => Promise<T>,
    actor: Actor,
    given: I,
  ): Promise<T> =>
    verb(app().commit, actor, await placeOf(app().pool, given.contributionId), {
      clientMutationId: newId(),
      ...given,
    });

  return { atTable, post, posted, seen, act };
};
