import { limits, within } from "@ordskifte/schema";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { badInput, notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import { CursorScalar } from "../../kernel/scalars.js";
import { readStream } from "../../live/log.js";
import { formatCursor } from "../../live/vocabulary.js";
import { actorOf, type Context } from "../context.js";
import { seenBy, viewerOf, type Standing } from "../gatherings/index.js";
import { loadBoard } from "./board.presenter.js";
import { readCards } from "./board.reads.js";
import { BoardType, ContributionConnection, presentBoard, Trail } from "./board.type.js";
import { placeOf } from "./commands/card-command.js";
import { loadContribution } from "./contribution.facts.js";
import { presentContribution } from "./contribution.presenter.js";
import { Card } from "./contribution.type.js";
import { readTrail } from "./trail.reads.js";

/** The size of a page that was asked for. Throws BAD_INPUT for one that nobody gets. */
export const pageSize = (first: number, max: number): number => {
  if (!within({ min: 1, max }, first)) throw badInput(`first must be between 1 and ${max}.`);
  return first;
};

/** How the caller stands to the gathering of a card. Throws NOT_FOUND where it is none of theirs. */
const standingAtCard = async (context: Context, contributionId: string): Promise<Standing> => {
  const actor = actorOf(context);
  const { gatheringId } = await placeOf(context.app.pool, contributionId);
  return seenBy(context.app.lookup, actor, gatheringId);
};

/** The board and where its stream stood before it was read: a change between the two is told again, never lost. */
export const readBoardFor = async (
  context: Context,
  id: string,
): Promise<BoardType & { position: string }> => {
  const { pool, lookup } = context.app;
  const actor = actorOf(context);
  const stream = isUuid(id) ? await readStream(pool, id) : null;
  const board = stream && (await loadBoard(pool, id));
  if (!board) throw notFound();
  await seenBy(lookup, actor, board.gatheringId);
  return Object.assign(presentBoard(board), {
    position: formatCursor({ epoch: stream.epoch, seq: stream.head }),
  });
};

@Resolver(() => BoardType)
export class BoardResolver {
  @Query(() => BoardType, { description: "A board of a gathering that the caller may see; else NOT_FOUND." })
  board(
    @Arg("id", () => ID, { description: "The board's id." }) id: string,
    @Ctx() context: Context,
  ): Promise<BoardType> {
    return readBoardFor(context, id);
  }

  @FieldResolver(() => CursorScalar, { description: "Where boardFeed goes on from this picture." })
  async cursor(@Root() board: BoardType & { position?: string }, @Ctx() { app }: Context): Promise<string> {
    if (board.position) return board.position;
    const stream = await readStream(app.pool, board.id);
    if (!stream) throw notFound();
    return formatCursor({ epoch: stream.epoch, seq: stream.head });
  }

  @FieldResolver(() => ContributionConnection, { description: "The cards the caller may see, oldest first." })
  async contributions(
    @Root() board: BoardType,
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 200, description: "How many at most." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Those after this place in the list." })
    after?: string,
  ): Promise<ContributionConnection> {
    const standing = await seenBy(context.app.lookup, actorOf(context), board.gatheringId);
    const filter = { gatheringId: board.gatheringId, boardId: board.id };
    return readCards(context.app.pool, filter, viewerOf(standing), {
      first: pageSize(first, limits.boardPage),
      after,
    });
  }

  @Query(() => Card, { description: "A card that the caller may see; else NOT_FOUND." })
  async contribution(
    @Arg("id", () => ID, { description: "The card's id." }) id: string,
    @Ctx() context: Context,
  ): Promise<Card> {
    const standing = await standingAtCard(context, id);
    const fact = await loadContribution(context.app.pool, id);
    const card = fact && presentContribution(fact, viewerOf(standing));
    if (!card) throw notFound();
    return card;
  }

  @Query(() => Trail, {
    description: "The trail of a card: where it came from and what came of it, oldest first.",
  })
  async trail(
    @Arg("contributionId", () => ID, { description: "The card." }) contributionId: string,
    @Ctx() context: Context,
  ): Promise<Trail> {
    const viewer = viewerOf(await standingAtCard(context, contributionId));
    const trail = await readTrail(context.app.pool, contributionId, viewer);
    if (!trail.steps.some(({ id }) => id === contributionId)) throw notFound();
    return trail;
  }
}
