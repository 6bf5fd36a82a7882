import {
  Arg,
  createUnionType,
  Field,
  ID,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { CursorScalar } from "../../kernel/scalars.js";
import { presentersOf, type Viewer } from "../../live/presenter.js";
import { actorOf, type Context } from "../context.js";
import {
  GatheringPut,
  gatheringPresenter,
  ParticipantGone,
  ParticipantPut,
  participantPresenter,
  ProgrammeItemGone,
  ProgrammeItemPut,
  programmeItemPresenter,
  seenBy,
  UnitPut,
  unitPresenter,
  viewerOf,
} from "../gatherings/index.js";
import { GroupGone, GroupPut, groupPresenter } from "../groups/index.js";
import { PlenaryIdeaGone, PlenaryIdeaPut, plenaryIdeaPresenter } from "../plenary/index.js";
import {
  GroupReadyPut,
  groupReadyPresenter,
  SignCountPut,
  signCountPresenter,
  SignPut,
  signPresenter,
  TurnPut,
  turnPresenter,
} from "../signs/index.js";
import {
  BallotPut,
  ballotPresenter,
  ideaPresenter,
  roundPresenter,
  VoteCountPut,
  VoteRoundPut,
  votesPresenter,
} from "../voting/index.js";
import { FeedReset, Frame, LiveFrames } from "./frames.js";

/** What a presenter says it belongs to. */
export enum FeedPart {
  PROGRAMME = "PROGRAMME",
  GROUPS = "GROUPS",
  PEOPLE = "PEOPLE",
  VOTING = "VOTING",
}

registerEnumType(FeedPart, {
  name: "FeedPart",
  description: "What a subscriber wants to hear of; the gathering itself is always told.",
  valuesConfig: {
    PROGRAMME: { description: "Programme items." },
    GROUPS: { description: "Groups and their members." },
    PEOPLE: { description: "Each who comes and goes; for those who lead." },
    VOTING: { description: "Vote rounds, and how many have voted." },
  },
});

const GatheringChange = createUnionType({
  name: "GatheringChange",
  description: "Something that looks different at a gathering now.",
  types: () =>
    [
      GatheringPut,
      ProgrammeItemPut,
      ProgrammeItemGone,
      GroupPut,
      GroupGone,
      ParticipantPut,
      ParticipantGone,
      VoteRoundPut,
      VoteCountPut,
      BallotPut,
      UnitPut,
      SignPut,
      SignCountPut,
      GroupReadyPut,
      TurnPut,
      PlenaryIdeaPut,
      PlenaryIdeaGone,
    ] as const,
});

@ObjectType("GatheringFrame", {
  description: "Everything that changed at a gathering from where the reader stood to the cursor.",
})
export class GatheringFrame extends Frame {
  @Field(() => [GatheringChange], { description: "Each thing once, as it is now." })
  changes!: (typeof GatheringChange)[];
}

const GatheringFeedEvent = createUnionType({
  name: "GatheringFeedEvent",
  description: "A frame, or the word that the feed cannot go on from the cursor.",
  types: () => [GatheringFrame, FeedReset] as const,
});

/** Everything that a gathering's stream tells of. */
export const gatheringPresenters = presentersOf(
  gatheringPresenter,
  programmeItemPresenter,
  participantPresenter,
  unitPresenter,
  groupPresenter,
  roundPresenter,
  votesPresenter,
  ballotPresenter,
  ideaPresenter,
  signPresenter,
  signCountPresenter,
  groupReadyPresenter,
  turnPresenter,
  plenaryIdeaPresenter,
);

interface GatheringFeedArgs {
  readonly gatheringId: string;
  readonly cursor?: string | null;
  readonly parts: readonly FeedPart[];
}

/** Ends, saying nothing, when the caller is removed from the gathering. */
const subscribeToGathering = async (
  context: Context,
  { gatheringId, cursor, parts }: GatheringFeedArgs,
): Promise<LiveFrames> => {
  const actor = actorOf(context);
  let leave = (): void => undefined;
  const viewer = async (): Promise<Viewer> => {
    const standing = await seenBy(context.app.lookup, actor, gatheringId);
    // Whoever follows the gathering as a participant is there, on whatever screen.
    if (standing.participant) leave = context.app.presence.enter(gatheringId, actor.personId);
    return viewerOf(standing, parts);
  };
  const subscription = {
    streamId: gatheringId,
    cursor: cursor ?? null,
    viewer,
    presenters: gatheringPresenters,
    onEnd: () => leave(),
  };
  return new LiveFrames(await context.app.feed.subscribe(subscription), GatheringFrame);
};

@Resolver()
export class GatheringFeedResolver {
  @Subscription(() => GatheringFeedEvent, {
    description:
      "Changes of a gathering after a cursor, without gap or repeat. Frames are small: people come only with the part PEOPLE, to those who lead.",
    subscribe: ({ args, context }: { args: GatheringFeedArgs; context: Context }) =>
      subscribeToGathering(context, args),
  })
  gatheringFeed(
    @Root() event: GatheringFrame | FeedReset,
    @Arg("gatheringId", () => ID, { description: "The gathering." }) _gatheringId: string,
    @Arg("cursor", () => CursorScalar, {
      nullable: true,
      description: "Where to go on from; from now on when null.",
    })
    _cursor: string | null,
    @Arg("parts", () => [FeedPart], {
      defaultValue: [FeedPart.PROGRAMME, FeedPart.GROUPS, FeedPart.VOTING],
      description: "What to hear of.",
    })
    _parts: FeedPart[],
  ): GatheringFrame | FeedReset {
    return event;
  }
}
