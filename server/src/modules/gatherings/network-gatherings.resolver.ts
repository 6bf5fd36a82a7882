import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import type { InputRejected } from "../../kernel/refusals.js";
import { actorOf, type Context } from "../context.js";
import {
  AddUnitInput,
  loadUnits,
  NetworkResult,
  NetworkType,
  NetworkWritten,
  networkWritten,
  readNetwork,
  SetUnitKindInput,
  Unit,
} from "../networks/index.js";
import { addUnit } from "./commands/add-unit.js";
import { createGathering } from "./commands/create-gathering.js";
import { setUnitKind } from "./commands/set-unit-kind.js";
import { streamsNamingUnits, streamsOfUnits } from "./entrance.js";
import { CreateGatheringInput } from "./gathering.inputs.js";
import { readGathering, readNetworkGatherings } from "./gathering.reads.js";
import { GatheringType } from "./gathering.type.js";

const INPUT = { description: "What is to be done." };

type Answer = NetworkWritten | InputRejected;

@Resolver(() => NetworkType)
export class NetworkGatheringsResolver {
  @FieldResolver(() => [GatheringType], { description: "Its gatherings, the newest first." })
  gatherings(@Root() { id }: NetworkType, @Ctx() { app }: Context): Promise<GatheringType[]> {
    return readNetworkGatherings(app.pool, id);
  }

  @Mutation(() => NetworkResult, {
    description: "Plans a gathering: a draft with a programme to begin from. For leaders.",
  })
  async createGathering(
    @Arg("input", () => CreateGatheringInput, INPUT) input: CreateGatheringInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const actor = actorOf(context);
    const { outcome } = await createGathering(context.app.commit, actor, input);
    if (!outcome.done) return outcome.refusal;
    const network = await readNetwork(context.app.lookup, actor, input.networkId);
    return networkWritten(input.clientMutationId, network, { gatheringId: outcome.value.gatheringId });
  }

  @Mutation(() => NetworkResult, {
    description:
      "Adds a unit; one that is there already, by name and municipality, is answered as it is. For leaders.",
  })
  async addUnit(
    @Arg("input", () => AddUnitInput, INPUT) input: AddUnitInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const actor = actorOf(context);
    const { commit, lookup, pool } = context.app;
    const { id } = await readNetwork(lookup, actor, input.networkId);
    const { outcome } = await addUnit(commit, actor, await streamsOfUnits(pool, id), input);
    if (!outcome.done) return outcome.refusal;
    const { unitId } = outcome.value;
    const unit = (await loadUnits(pool, [unitId])).get(unitId) ?? null;
    return networkWritten(input.clientMutationId, await readNetwork(lookup, actor, id), { unit });
  }

  @Mutation(() => NetworkResult, {
    description: "Says what sort of place a unit is, where that was wrong or not known. For leaders.",
  })
  async setUnitKind(
    @Arg("input", () => SetUnitKindInput, INPUT) input: SetUnitKindInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const actor = actorOf(context);
    const { commit, lookup, pool } = context.app;
    const known = isUuid(input.unitId) ? await lookup.get(Unit, input.unitId) : null;
    if (!known) throw notFound();
    const { id: networkId } = await readNetwork(lookup, actor, known.networkId);
    const told = await streamsNamingUnits(pool, networkId);
    await setUnitKind(commit, actor, { networkId, told }, input);
    const unit = (await loadUnits(pool, [known.id])).get(known.id) ?? null;
    return networkWritten(input.clientMutationId, await readNetwork(lookup, actor, networkId), { unit });
  }
}

@Resolver(() => NetworkWritten)
export class NetworkWrittenResolver {
  @FieldResolver(() => GatheringType, { nullable: true, description: "The gathering that was made." })
  async gathering(
    @Root() { gatheringId }: NetworkWritten,
    @Ctx() { app }: Context,
  ): Promise<GatheringType | null> {
    return gatheringId ? readGathering(app.pool, gatheringId) : null;
  }
}
