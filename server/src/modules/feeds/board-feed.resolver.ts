import { Arg, createUnionType, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { CursorScalar } from "../../kernel/scalars.js";
import { presentersOf, type Viewer } from "../../live/presenter.js";
import {
  authorPresenter,
  BoardPut,
  boardPresenter,
  ContributionGone,
  ContributionPut,
  contributionPresenter,
  readBoardFor,
} from "../boards/index.js";
import { actorOf, type Context } from "../context.js";
import {
  participantExclusion,
  seenBy,
  type Standing,
  unitPresenter,
  UnitPut,
  viewerOf,
} from "../gatherings/index.js";
import { FeedReset, Frame, LiveFrames } from "./frames.js";

const BoardChange = createUnionType({
  name: "BoardChange",
  description: "Something that looks different on a board now.",
  types: () => [ContributionPut, ContributionGone, BoardPut, UnitPut] as const,
});

@ObjectType("BoardFrame", {
  description: "Everything that changed on a board from where the reader stood to the cursor.",
})
export class BoardFrame extends Frame {
  @Field(() => [BoardChange], { description: "Each thing once, as it is now." })
  changes!: (typeof BoardChange)[];
}

const BoardFeedEvent = createUnionType({
  name: "BoardFeedEvent",
  description: "A frame, or the word that the feed cannot go on from the cursor.",
  types: () => [BoardFrame, FeedReset] as const,
});

const boardPresenters = presentersOf(
  contributionPresenter,
  authorPresenter,
  boardPresenter,
  unitPresenter,
  participantExclusion,
);

interface BoardFeedArgs {
  readonly boardId: string;
  readonly cursor?: string | null;
}

/** Who follows a board as a participant is counted there for as long as they do. */
const enter = ({ app }: Context, boardId: string, standing: Standing): (() => void) =>
  standing.participant ? app.presence.enter(boardId, standing.actor.personId) : () => undefined;

/** Ends, saying nothing, when the caller is removed from the gathering. */
const subscribeToBoard = async (
  context: Context,
  { boardId, cursor }: BoardFeedArgs,
): Promise<LiveFrames> => {
  const actor = actorOf(context);
  const { gatheringId } = await readBoardFor(context, boardId);
  let leave = (): void => undefined;
  const viewer = async (): Promise<Viewer> => {
    const standing = await seenBy(context.app.lookup, actor, gatheringId);
    leave = enter(context, boardId, standing);
    return viewerOf(standing);
  };
  const subscription = {
    streamId: boardId,
    cursor: cursor ?? null,
    viewer,
    presenters: boardPresenters,
    onEnd: () => leave(),
  };
  return new LiveFrames(await context.app.feed.subscribe(subscription), BoardFrame);
};

@Resolver()
export class BoardFeedResolver {
  @Subscription(() => BoardFeedEvent, {
    description: "Changes of a board after a cursor, without gap or repeat, to everybody who may see it.",
    subscribe: ({ args, context }: { args: BoardFeedArgs; context: Context }) =>
      subscribeToBoard(context, args),
  })
  boardFeed(
    @Root() event: BoardFrame | FeedReset,
    @Arg("boardId", () => ID, { description: "The board." }) _boardId: string,
    @Arg("cursor", () => CursorScalar, {
      nullable: true,
      description: "Where to go on from; from now on when null.",
    })
    _cursor: string | null,
  ): BoardFrame | FeedReset {
    return event;
  }
}
