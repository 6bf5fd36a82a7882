import { createUnionType, Field, ObjectType } from "type-graphql";
import {
  GatheringNotOpen,
  InputRejected,
  Outdated,
  RoundClosed,
  StageRefused,
} from "../../kernel/refusals.js";
import { CursorScalar, UuidScalar } from "../../kernel/scalars.js";
import { GatheringType } from "./gathering.type.js";
import { ProgrammeItemType } from "./programme-item.type.js";

@ObjectType("GatheringWritten", { description: "A write in a gathering that stands." })
export class GatheringWritten {
  @Field(() => UuidScalar, { description: "The write that is answered." })
  clientMutationId!: string;

  @Field(() => CursorScalar, { description: "Where in the gathering's stream it stands." })
  cursor!: string;

  @Field(() => GatheringType, { description: "The gathering." })
  gathering!: GatheringType;

  @Field(() => ProgrammeItemType, {
    nullable: true,
    description: "The programme item it was about; null where it is gone.",
  })
  item!: ProgrammeItemType | null;

  /** The vote round it was about; shown by the module that knows rounds. */
  roundId!: string | null;
}

export type GatheringRefusal = InputRejected | StageRefused | GatheringNotOpen | Outdated | RoundClosed;

export const GatheringResult = createUnionType({
  name: "GatheringResult",
  description: "Written, or why not.",
  types: () =>
    [GatheringWritten, InputRejected, StageRefused, GatheringNotOpen, Outdated, RoundClosed] as const,
});
