import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import type { GatheringNotOpen, InputRejected, Outdated } from "../../kernel/refusals.js";
import { formatCursor } from "../../live/vocabulary.js";
import { actorOf, type Context } from "../context.js";
import { GatheringType, standingTo } from "../gatherings/index.js";
import { Group } from "../groups/index.js";
import { passTurn, type GroupPlace } from "./commands/pass-turn.js";
import { setSign, type SignRefusal } from "./commands/set-sign.js";
import {
  loadSignCount,
  loadSigns,
  loadTurns,
  readGroupReady,
  readSigns,
  readTurns,
  type SignCountFact,
  type SignFact,
  type TurnFact,
} from "./sign.facts.js";
import { presentCount, presentReady, presentSign, presentTurn } from "./sign.presenter.js";
import {
  GroupReadyType,
  PassTurnInput,
  SetSignInput,
  SignCountType,
  SignResult,
  SignType,
  SignWritten,
  TurnResult,
  TurnType,
  TurnWritten,
} from "./sign.type.js";

/** Throws NOT_FOUND for a group that is not there. */
const placeOf = async ({ app }: Context, groupId: string): Promise<GroupPlace> => {
  const group = isUuid(groupId) ? await app.lookup.get(Group, groupId) : null;
  if (!group) throw notFound();
  return { groupId: group.id, gatheringId: group.gatheringId };
};

@Resolver(() => GatheringType)
export class SignResolver {
  @FieldResolver(() => SignCountType, { description: "How many are ready, and how many hands are up." })
  async signCount(@Root() { id }: GatheringType, @Ctx() { app }: Context): Promise<SignCountType> {
    return presentCount((await loadSignCount(app.pool, id)) as SignCountFact);
  }

  @FieldResolver(() => [SignType], {
    description:
      "Who is ready or has a hand up at this moment: everybody's for those who lead, else the caller's own.",
  })
  async signs(@Root() root: GatheringType, @Ctx() context: Context): Promise<SignType[]> {
    const { actor, mayLead } = await standingTo(context, root);
    return (await readSigns(context.app.pool, root.id, mayLead ? null : actor.personId)).map(presentSign);
  }

  @FieldResolver(() => [GroupReadyType], {
    description: "How many are ready in each group in which anybody is.",
  })
  async groupReady(@Root() { id }: GatheringType, @Ctx() { app }: Context): Promise<GroupReadyType[]> {
    return (await readGroupReady(app.pool, id)).map(presentReady);
  }

  @FieldResolver(() => [TurnType], { description: "Whose turn it is in each group that has begun a round." })
  async turns(@Root() { id }: GatheringType, @Ctx() { app }: Context): Promise<TurnType[]> {
    return (await readTurns(app.pool, id)).map(presentTurn);
  }

  @Mutation(() => SignResult, {
    description: "The caller is ready, or has a hand up, or not any more. What is not named stays as it is.",
  })
  async setSign(
    @Arg("input", () => SetSignInput, { description: "The sign." }) input: SetSignInput,
    @Ctx() context: Context,
  ): Promise<SignWritten | SignRefusal> {
    const { pool, commit } = context.app;
    const { outcome, position } = await setSign(commit, actorOf(context), input);
    if (!outcome.done) return outcome.refusal;
    const { gatheringId, participantId } = outcome.value;
    return Object.assign(new SignWritten(), {
      clientMutationId: input.clientMutationId,
      cursor: formatCursor(position),
      gatheringId,
      sign: presentSign((await loadSigns(pool, [participantId])).get(participantId) as SignFact),
      count: presentCount((await loadSignCount(pool, gatheringId)) as SignCountFact),
    });
  }

  @Mutation(() => TurnResult, {
    description: "Passes the turn to speak on, for members of the group and those who lead.",
  })
  async passTurn(
    @Arg("input", () => PassTurnInput, { description: "From whom to whom." }) input: PassTurnInput,
    @Ctx() context: Context,
  ): Promise<TurnWritten | GatheringNotOpen | Outdated | InputRejected> {
    const actor = actorOf(context);
    const place = await placeOf(context, input.groupId);
    const { outcome, position } = await passTurn(context.app.commit, actor, place, input);
    if (!outcome.done) return outcome.refusal;
    const turns = await loadTurns(context.app.pool, [place.groupId]);
    return Object.assign(new TurnWritten(), {
      clientMutationId: input.clientMutationId,
      cursor: formatCursor(position),
      gatheringId: place.gatheringId,
      turn: presentTurn(turns.get(place.groupId) as TurnFact),
    });
  }
}
