import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { DateTimeScalar, UuidScalar } from "../../kernel/scalars.js";
import { GatheringState } from "../../kernel/words.js";
import { ClockAction } from "./countdown.js";
import { Phase, PlenaryView } from "./gathering.entity.js";
import { Language } from "../../kernel/words.js";
import { TemplateKey } from "./templates/template.js";

registerEnumType(ClockAction, {
  name: "ClockAction",
  description:
    "What is done with the countdown. One that does not fit the clock as it is now is answered Outdated.",
  valuesConfig: {
    START: { description: "Begins, where it stands still or has run out." },
    PAUSE: { description: "Holds it, while it runs." },
    RESUME: { description: "Lets a paused one go on." },
    EXTEND: { description: "Gives more time, to one that runs, has run out or is paused." },
    STOP: { description: "Takes it away." },
  },
});

const MUTATION_ID = { description: "Made by the client; a repeat is answered the same." };

@InputType({ description: "A gathering that something is done with." })
export class GatheringInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;
}

@InputType({ description: "Next, back or jump." })
export class GoToItemInput extends GatheringInput {
  @Field(() => ID, { description: "The item to go to." })
  itemId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "The item the leader saw as current; if another is current meanwhile, the answer is Outdated.",
  })
  fromItemId?: string | null;
}

@InputType({ description: "A gathering to be planned." })
export class CreateGatheringInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The network that is to meet." })
  networkId!: string;

  @Field(() => String, { description: "What it is called; at most 120 characters." })
  title!: string;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt!: Date;

  @Field(() => String, { nullable: true, description: "Where it is held; at most 120 characters." })
  place?: string | null;

  @Field(() => TemplateKey, {
    nullable: true,
    description: "The programme to begin from; a short afternoon in bokmål when null.",
  })
  template?: TemplateKey | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How long everybody is to be together, 90 to 1,200; the template's own length when null. Only with a template.",
  })
  minutes?: number | null;

  @Field(() => Language, {
    nullable: true,
    description: "The language the template is written in; bokmål when null.",
  })
  language?: Language | null;
}

@InputType({ description: "What is different about a gathering. What is left out stays as it is." })
export class EditGatheringInput extends GatheringInput {
  @Field(() => String, { nullable: true, description: "What it is called; at most 120 characters." })
  title?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it begins." })
  startsAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Where it is held; at most 120 characters; empty for nowhere.",
  })
  place?: string | null;
}

@InputType({ description: "A step on or back." })
export class ChangeStateInput extends GatheringInput {
  @Field(() => GatheringState, { description: "The state to go to." })
  to!: GatheringState;
}

@InputType({ description: "A phase of the item that is on." })
export class SetPhaseInput extends GatheringInput {
  @Field(() => Phase, { description: "The phase." })
  phase!: Phase;
}

@InputType({ description: "Something done with the countdown." })
export class SetClockInput extends GatheringInput {
  @Field(() => ClockAction, { description: "What." })
  action!: ClockAction;

  @Field(() => Int, {
    nullable: true,
    description:
      "For START the length, or the item's minutes when null; for EXTEND how much more. Seconds, 1 to 36,000.",
  })
  seconds?: number | null;
}

@InputType({ description: "What the projector is to show." })
export class ProjectInput extends GatheringInput {
  @Field(() => PlenaryView, { description: "The kind of picture." })
  view!: PlenaryView;

  @Field(() => ID, {
    nullable: true,
    description: "The card, open to everybody: for SPOTLIGHT, and only there.",
  })
  contributionId?: string | null;

  @Field(() => ID, { nullable: true, description: "The round: for VOTE and REVEAL, and only there." })
  roundId?: string | null;
}

@InputType({ description: "Where everybody is called to." })
export class CallTogetherInput extends GatheringInput {
  @Field(() => ID, {
    nullable: true,
    description: "A board of the gathering; null lets everybody go on where the programme is.",
  })
  boardId?: string | null;
}

@InputType({ description: "Somebody who is to leave." })
export class RemoveParticipantInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "Who." })
  participantId!: string;
}

@InputType({ description: "Somebody at the gathering." })
export class ParticipantInput extends RemoveParticipantInput {}

@InputType({ description: "How somebody is to be there from now on." })
export class EditParticipantInput extends ParticipantInput {
  @Field(() => String, { description: "The name." })
  name!: string;

  @Field(() => ID, { description: "A unit of the network." })
  unitId!: string;

  @Field(() => Int, { description: "How many share the device." })
  people!: number;
}
