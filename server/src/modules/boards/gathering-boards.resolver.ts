import { limits } from "@ordskifte/schema";
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { optionalText } from "../../kernel/texts.js";
import { badInput, notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import { actorOf, type Context } from "../context.js";
import {
  endsSilence,
  Gathering,
  type GatheringAnswer,
  gatheringOfItem,
  GatheringResult,
  GatheringType,
  ItemInput,
  ProgrammeItem,
  onGathering,
  seenBy,
  setPhase,
  SetPhaseInput,
  viewerOf,
} from "../gatherings/index.js";
import { ContributionFilter } from "./board.input.js";
import { readCards } from "./board.reads.js";
import { pageSize } from "./board.resolver.js";
import { BoardPulse, ContributionConnection, Whereabouts } from "./board.type.js";
import { closeWriting } from "./commands/close-writing.js";
import { openCards, openWriting } from "./commands/open-writing.js";
import { readPulse } from "./pulse.reads.js";
import { readWhereabouts } from "./whereabouts.reads.js";

/** Whether going to the phase is the end of the silence in the item that is on. */
const opensCards = async ({ app: { lookup } }: Context, input: SetPhaseInput): Promise<boolean> => {
  const gathering = isUuid(input.gatheringId) ? await lookup.get(Gathering, input.gatheringId) : null;
  const itemId = gathering?.currentItemId;
  return itemId ? endsSilence(input.phase, await lookup.get(ProgrammeItem, itemId)) : false;
};

/** What a gathering shows of its boards, and what its leader does to all of them. */
@Resolver(() => GatheringType)
export class GatheringBoardsResolver {
  @FieldResolver(() => ContributionConnection, {
    description:
      "Cards of all boards that the caller may see, oldest first: by item, board, unit, theme, kind or words.",
  })
  async contributions(
    @Root() { id }: GatheringType,
    @Ctx() context: Context,
    @Arg("filter", () => ContributionFilter, { nullable: true, description: "Which; all when null." })
    filter: ContributionFilter | null,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many at most." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Those after this place in the list." })
    after?: string | null,
  ): Promise<ContributionConnection> {
    const standing = await seenBy(context.app.lookup, actorOf(context), id);
    const ids = [filter?.itemId, filter?.boardId, filter?.unitId].filter(
      (given) => typeof given === "string",
    );
    if (!ids.every(isUuid)) throw notFound();
    const search = optionalText("search", filter?.search, limits.search);
    if (search !== null && typeof search !== "string")
      throw badInput(`search is longer than ${limits.search} characters.`);
    const page = { first: pageSize(first, limits.gatheringPage), after };
    return readCards(context.app.pool, { ...filter, search, gatheringId: id }, viewerOf(standing), page);
  }

  @FieldResolver(() => [BoardPulse], {
    description: "Counts for each board; the same figures that pulseFeed keeps fresh.",
  })
  pulse(@Root() { id }: GatheringType, @Ctx() { app }: Context): Promise<BoardPulse[]> {
    return readPulse(app.pool, id, app.presence);
  }

  @FieldResolver(() => [Whereabouts], {
    nullable: true,
    description: "Who is connected and who writes, right now; null for those who do not lead.",
  })
  async whereabouts(@Root() { id }: GatheringType, @Ctx() context: Context): Promise<Whereabouts[] | null> {
    const { mayLead } = await seenBy(context.app.lookup, actorOf(context), id);
    return mayLead ? readWhereabouts(context.app.pool, id, context.app.presence) : null;
  }

  @Mutation(() => GatheringResult, {
    description:
      "Opens the silent writing of an item: every card in it becomes visible on its board, all at once. For leaders.",
  })
  openWriting(
    @Arg("input", () => ItemInput, { description: "Which item." }) input: ItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, gatheringOfItem, openWriting);
  }

  @Mutation(() => GatheringResult, {
    description:
      "Takes an opening back: what was written in silence is its authors' alone again, and the phase the one they wrote " +
      "in. Outdated where it was not open, or once somebody has written to one of the cards. For leaders.",
  })
  closeWriting(
    @Arg("input", () => ItemInput, { description: "Which item." }) input: ItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, gatheringOfItem, closeWriting);
  }

  @Mutation(() => GatheringResult, {
    description:
      "Alone, in the group, or together; hinders nobody from finishing. The group's phase, and the plenary's, open " +
      "what was written in silence in the item. Outdated where somebody has just gone on. For leaders.",
  })
  async setPhase(
    @Arg("input", () => SetPhaseInput, { description: "Which phase." }) input: SetPhaseInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    actorOf(context);
    const set = setPhase((await opensCards(context, input)) ? openCards : null);
    return onGathering(context, input, () => input.gatheringId, set);
  }
}
