import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { CodeUnknown, GatheringNotOpen } from "../../kernel/refusals.js";
import { GatheringState } from "../../kernel/words.js";
import type { Context } from "../context.js";
import { readUnits } from "../networks/index.js";
import { join, type Entrance, type JoinedAs, type JoinRefusal } from "./commands/join.js";
import { streamsOfBoards, streamsOfUnits } from "./entrance.js";
import { Gathering } from "./gathering.entity.js";
import { hasOpenDoor, loadParticipant, type ParticipantFact } from "./gathering.facts.js";
import { readGathering } from "./gathering.reads.js";
import { GatheringType } from "./gathering.type.js";
import { readJoinCode } from "./join-code.js";
import { Door, DoorResult, Joined, JoinInput, JoinResult } from "./join.type.js";
import { Participant } from "./participant.entity.js";
import { ParticipantType, presentFact } from "./participant.type.js";

/** The gathering behind a code; wrong guesses are counted. Throws TOO_MANY_GUESSES. */
const behind = async ({ app, address }: Context, typed: string): Promise<Readonly<Gathering> | null> => {
  const joinCode = readJoinCode(typed);
  app.guesses.check(address, joinCode);
  const [gathering] = joinCode ? await app.lookup.find(Gathering, { joinCode }) : [];
  if (gathering) app.guesses.found(address, gathering.joinCode);
  else app.guesses.missed(address);
  return gathering ?? null;
};

const participantAt = async (
  { app, actor }: Context,
  gatheringId: string,
): Promise<Readonly<Participant> | null> => {
  if (!actor) return null;
  const [participant] = await app.lookup.find(Participant, { gatheringId, personId: actor.personId });
  return participant ?? null;
};

const entranceFor = async (
  context: Context,
  gathering: Readonly<Gathering>,
  addsUnit: boolean,
): Promise<Entrance> => {
  const { app, actor } = context;
  const comesAgain = (await participantAt(context, gathering.id)) !== null;
  const boards = comesAgain ? await streamsOfBoards(app.pool, gathering.id) : [];
  const shownIn = addsUnit ? await streamsOfUnits(app.pool, gathering.networkId) : [];
  const personId = actor?.personId ?? null;
  return {
    gatheringId: gathering.id,
    personId,
    alsoTold: [...boards, ...shownIn],
    attendance: app.attendance,
  };
};

const letIn = async (
  context: Context,
  { gatheringId, personId, participantId }: JoinedAs,
  wantsToken: boolean,
): Promise<Joined> => {
  const isKnown = context.actor?.personId === personId && !wantsToken;
  const token = isKnown ? null : await context.startSession(personId, wantsToken);
  return Object.assign(new Joined(), { gatheringId, participantId, token });
};

@Resolver(() => Joined)
export class JoinResolver {
  @FieldResolver(() => GatheringType, { description: "The gathering." })
  gathering(@Root() { gatheringId }: Joined, @Ctx() { app }: Context): Promise<GatheringType> {
    return readGathering(app.pool, gatheringId);
  }

  @FieldResolver(() => ParticipantType, { description: "The caller, as the others see them." })
  async participant(@Root() { participantId }: Joined, @Ctx() { app }: Context): Promise<ParticipantType> {
    return presentFact((await loadParticipant(app.pool, participantId)) as ParticipantFact);
  }

  @Query(() => DoorResult, { description: "What stands on the door of a gathering, before one has joined." })
  async door(
    @Arg("code", () => String, { description: "The join code; case and spaces do not matter." }) code: string,
    @Ctx() context: Context,
  ): Promise<Door | CodeUnknown | GatheringNotOpen> {
    const found = await behind(context, code);
    if (!found) return new CodeUnknown();
    const participant = await participantAt(context, found.id);
    const alreadyJoined = participant?.removedAt === null;
    const isOpen = hasOpenDoor(found.state) || (found.state === GatheringState.FOLLOW_UP && alreadyJoined);
    if (!isOpen) return new GatheringNotOpen(found.state);
    const {
      id: gatheringId,
      title,
      networkName,
      startsAt,
      state,
    } = await readGathering(context.app.pool, found.id);
    const units = await readUnits(context.app.pool, found.networkId);
    return Object.assign(new Door(), {
      gatheringId,
      title,
      networkName,
      startsAt,
      state,
      units,
      alreadyJoined,
    });
  }

  @Mutation(() => JoinResult, {
    description: "Comes in by the join code: as a new guest, or as oneself for those who are known here.",
  })
  async join(
    @Arg("input", () => JoinInput, { description: "Who comes." }) input: JoinInput,
    @Ctx() context: Context,
  ): Promise<Joined | JoinRefusal> {
    context.checkSession(input.wantsToken);
    const gathering = await behind(context, input.code);
    if (!gathering) return new CodeUnknown();
    const entrance = await entranceFor(context, gathering, Boolean(input.newUnit));
    const { outcome } = await join(context.app.commit, entrance, input);
    return outcome.done ? letIn(context, outcome.value, input.wantsToken) : outcome.refusal;
  }
}
