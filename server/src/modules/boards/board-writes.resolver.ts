import { Arg, createUnionType, Ctx, Mutation, Resolver } from "type-graphql";
import {
  BoardFrozen,
  CritiqueOff,
  GatheringNotOpen,
  InputRejected,
  KindNotInvited,
  NotSeated,
  Outdated,
} from "../../kernel/refusals.js";
import type { Committed } from "../../live/commit.js";
import { formatCursor } from "../../live/vocabulary.js";
import { actorOf, type Context } from "../context.js";
import { seenBy, viewerOf } from "../gatherings/index.js";
import {
  ContributionInput,
  EditContributionInput,
  FreezeBoardInput,
  HideContributionInput,
  MarkAnswerInput,
  MergeIdeasInput,
  PostContributionInput,
  TakeHomeInput,
} from "./board.input.js";
import { loadBoard } from "./board.presenter.js";
import { BoardWritten, presentBoard } from "./board.type.js";
import type { Board } from "./board.entity.js";
import { placeOf, placesOf, type CardInput, type CardPlace } from "./commands/card-command.js";
import { editContribution } from "./commands/edit-contribution.js";
import { freezeBoard } from "./commands/freeze-board.js";
import { hideContribution, restoreContribution } from "./commands/hide-contribution.js";
import { markAnswer } from "./commands/mark-answer.js";
import { mergeIdeas, unmergeIdea } from "./commands/merge-ideas.js";
import { postContribution, type CardSeen } from "./commands/post-contribution.js";
import { takeHome } from "./commands/take-home.js";
import { withdrawContribution } from "./commands/withdraw-contribution.js";
import { loadContribution } from "./contribution.facts.js";
import { presentContribution } from "./contribution.presenter.js";
import type { Card } from "./contribution.type.js";

type BoardRefusal =
  | InputRejected
  | GatheringNotOpen
  | BoardFrozen
  | KindNotInvited
  | CritiqueOff
  | NotSeated
  | Outdated;
type Answer = BoardWritten | BoardRefusal;

const BoardResult = createUnionType({
  name: "BoardResult",
  description: "A write on a board that stands, or why it does not.",
  types: () =>
    [
      BoardWritten,
      InputRejected,
      GatheringNotOpen,
      BoardFrozen,
      KindNotInvited,
      CritiqueOff,
      NotSeated,
      Outdated,
    ] as const,
});

interface Touched {
  readonly boardId: string;
  readonly contributionId?: string;
}

interface Shown {
  readonly board: Readonly<Board>;
  readonly contribution: Card | null;
}

const cardFor = async (
  context: Context,
  board: Board,
  contributionId: string | undefined,
): Promise<Card | null> => {
  if (!contributionId) return null;
  const standing = await seenBy(context.app.lookup, actorOf(context), board.gatheringId);
  const fact = await loadContribution(context.app.pool, contributionId);
  return fact ? presentContribution(fact, viewerOf(standing)) : null;
};

const readNow = async (context: Context, { boardId, contributionId }: Touched): Promise<Shown> => {
  const board = (await loadBoard(context.app.pool, boardId)) as Board;
  return { board, contribution: await cardFor(context, board, contributionId) };
};

const asSeen = ({ at, fact }: CardSeen): Shown => ({
  board: at.board,
  contribution: presentContribution(fact, viewerOf(at.who)),
});

/** What was committed, as the caller sees it: as the command left it, or, for a repeat, as it is now. */
const answerTo = async (
  context: Context,
  clientMutationId: string,
  committed: Committed<Touched, BoardRefusal, CardSeen>,
): Promise<Answer> => {
  const { outcome, position } = committed;
  if (!outcome.done) return outcome.refusal;
  const { board, contribution } = outcome.seen ? asSeen(outcome.seen) : await readNow(context, outcome.value);
  return Object.assign(new BoardWritten(), {
    clientMutationId,
    cursor: formatCursor(position),
    board: presentBoard(board),
    contribution,
  });
};

type CardVerb<Input> = (
  commit: Context["app"]["commit"],
  actor: ReturnType<typeof actorOf>,
  place: CardPlace,
  input: Input,
) => Promise<Committed<Touched, BoardRefusal, CardSeen>>;

const onCard = async <Input extends CardInput>(
  context: Context,
  verb: CardVerb<Input>,
  input: Input,
): Promise<Answer> => {
  const actor = actorOf(context);
  const place = await placeOf(context.app.pool, input.contributionId);
  return answerTo(context, input.clientMutationId, await verb(context.app.commit, actor, place, input));
};

const INPUT = { description: "What is to be written." };

@Resolver()
export class BoardWritesResolver {
  @Mutation(() => BoardResult, {
    description:
      "Posts a card. Its id is `clientMutationId`, so that a device knows its card before the answer arrives.",
  })
  async postContribution(
    @Arg("input", () => PostContributionInput, INPUT) input: PostContributionInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const actor = actorOf(context);
    return answerTo(
      context,
      input.clientMutationId,
      await postContribution(context.app.commit, actor, input),
    );
  }

  @Mutation(() => BoardResult, { description: "Changes the words of the caller's own card." })
  editContribution(
    @Arg("input", () => EditContributionInput, INPUT) input: EditContributionInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    return onCard(context, editContribution, input);
  }

  @Mutation(() => BoardResult, { description: "Takes the caller's own card away, for good and everywhere." })
  withdrawContribution(
    @Arg("input", () => ContributionInput, INPUT) input: ContributionInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    return onCard(context, withdrawContribution, input);
  }

  @Mutation(() => BoardResult, {
    description: "Hides a card from all but its author and the leaders. For leaders.",
  })
  hideContribution(
    @Arg("input", () => HideContributionInput, INPUT) input: HideContributionInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    return onCard(context, hideContribution, input);
  }

  @Mutation(() => BoardResult, { description: "Shows a hidden card again. For leaders." })
  restoreContribution(
    @Arg("input", () => ContributionInput, INPUT) input: ContributionInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    return onCard(context, restoreContribution, input);
  }

  @Mutation(() => BoardResult, {
    description: "Says whether an answer is the challenged author's own. For them and their unit.",
  })
  markAnswer(
    @Arg("input", () => MarkAnswerInput, INPUT) input: MarkAnswerInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    return onCard(context, markAnswer, input);
  }

  @Mutation(() => BoardResult, {
    description: "Makes several ideas one; each keeps its words and its origins.",
  })
  async mergeIdeas(
    @Arg("input", () => MergeIdeasInput, INPUT) input: MergeIdeasInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const actor = actorOf(context);
    const places = await placesOf(context.app.pool, [input.intoId, ...input.fromIds]);
    return answerTo(
      context,
      input.clientMutationId,
      await mergeIdeas(context.app.commit, actor, places, input),
    );
  }

  @Mutation(() => BoardResult, { description: "Lets a merged idea stand for itself again." })
  unmergeIdea(
    @Arg("input", () => ContributionInput, INPUT) input: ContributionInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    return onCard(context, unmergeIdea, input);
  }

  @Mutation(() => BoardResult, { description: "The caller's unit takes something home from a card." })
  takeHome(
    @Arg("input", () => TakeHomeInput, INPUT) input: TakeHomeInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    return onCard(context, takeHome, input);
  }

  @Mutation(() => BoardResult, { description: "Freezes a board, or lets it go on. For leaders." })
  async freezeBoard(
    @Arg("input", () => FreezeBoardInput, INPUT) input: FreezeBoardInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const actor = actorOf(context);
    return answerTo(context, input.clientMutationId, await freezeBoard(context.app.commit, actor, input));
  }
}
