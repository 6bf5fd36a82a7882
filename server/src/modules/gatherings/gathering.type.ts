import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CursorScalar, DateTimeScalar } from "../../kernel/scalars.js";
import { GatheringState } from "../../kernel/words.js";
import { Phase, PlenaryView } from "./gathering.entity.js";
import { ParticipantType } from "./participant.type.js";

export enum ClockState {
  STOPPED = "stopped",
  RUNNING = "running",
  PAUSED = "paused",
}

registerEnumType(ClockState, {
  name: "ClockState",
  description: "Where the countdown stands.",
  valuesConfig: {
    STOPPED: { description: "There is none." },
    RUNNING: { description: "It counts down to `endsAt`, and may have passed it." },
    PAUSED: { description: "It waits with `remainingSeconds` left." },
  },
});

registerEnumType(Phase, {
  name: "Phase",
  description: "The rhythm inside a programme item.",
  valuesConfig: {
    INDIVIDUAL: { description: "Each for themselves." },
    GROUP: { description: "In the group." },
    PLENARY: { description: "Everybody together." },
  },
});

registerEnumType(PlenaryView, {
  name: "PlenaryView",
  description: "What the projector shows.",
  valuesConfig: {
    WELCOME: { description: "The way in: QR code and join code." },
    PROGRAMME: { description: "The whole programme." },
    INSTRUCTION: { description: "What to do now, and the countdown." },
    TILES: { description: "A tile for each group, filling up." },
    SPOTLIGHT: { description: "One card with what was written to it." },
    IDEAS: { description: "The ideas so far." },
    VOTE: { description: "How many have voted; no totals." },
    REVEAL: { description: "The totals of a revealed vote." },
    TAKEAWAYS: { description: "What each unit takes home." },
    CLOSING: { description: "Thanks, and what comes next." },
    BLACK: { description: "Nothing at all." },
  },
});

@ObjectType("Clock", { description: "The countdown. For display: order comes from cursors." })
export class ClockType {
  @Field(() => ClockState, { description: "Where it stands." })
  state!: ClockState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it reaches zero; only while it runs." })
  endsAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "Seconds left; only while it is paused." })
  remainingSeconds!: number | null;
}

@ObjectType("Projection", { description: "What the projector shows." })
export class ProjectionType {
  @Field(() => PlenaryView, { description: "The kind of picture." })
  view!: PlenaryView;

  @Field(() => ID, { nullable: true, description: "The board of the card in the spotlight." })
  boardId!: string | null;

  @Field(() => ID, { nullable: true, description: "The card in the spotlight." })
  contributionId!: string | null;

  @Field(() => ID, { nullable: true, description: "The vote round that is shown." })
  roundId!: string | null;
}

@ObjectType("Summons", { description: "The leader calls everybody to a board." })
export class SummonsType {
  @Field(() => ID, { description: "Another for each call, so that nobody follows one twice." })
  id!: string;

  @Field(() => ID, { description: "The board." })
  boardId!: string;
}

@ObjectType("HeadCount", { description: "How many are there." })
export class HeadCount {
  @Field(() => Int, { description: "Devices that have joined." })
  devices!: number;

  @Field(() => Int, { description: "People at those devices." })
  people!: number;

  @Field(() => Int, { description: "Different units among them." })
  units!: number;
}

@ObjectType("GatheringViewer", { description: "How the caller stands to a gathering." })
export class GatheringViewer {
  @Field(() => ParticipantType, {
    nullable: true,
    description: "The caller as a participant; null where they have not joined.",
  })
  participant!: ParticipantType | null;

  @Field(() => Boolean, { description: "Whether the caller may lead it." })
  mayLead!: boolean;
}

/** The same for everybody who may see it: what is the caller's own is a field that asks for the caller. */
@ObjectType("Gathering", { description: "One meeting of a network." })
export class GatheringType {
  @Field(() => ID, { description: "The gathering's id." })
  id!: string;

  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => String, { nullable: true, description: "Where it is held." })
  place!: string | null;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt!: Date;

  @Field(() => GatheringState, { description: "Where it stands." })
  state!: GatheringState;

  @Field(() => ID, { description: "The network that meets." })
  networkId!: string;

  @Field(() => String, { description: "What the network is called." })
  networkName!: string;

  @Field(() => String, {
    nullable: true,
    description: "Six characters; null while the door is closed: in draft, follow-up and archived.",
  })
  joinCode!: string | null;

  @Field(() => ID, { nullable: true, description: "The programme item that is on now." })
  currentItemId!: string | null;

  @Field(() => Phase, { description: "The phase of that item." })
  phase!: Phase;

  @Field(() => Int, {
    description: "Counts every change of item or phase: signs and turns belong to one moment.",
  })
  moment!: number;

  @Field(() => SummonsType, {
    nullable: true,
    description: "Where the leader calls everybody; null where everybody is where the programme is.",
  })
  summons!: SummonsType | null;

  @Field(() => Int, { description: "How many ideas each group may send to the plenary." })
  ideasPerGroup!: number;

  @Field(() => ClockType, { description: "The countdown." })
  clock!: ClockType;

  @Field(() => ProjectionType, { description: "What the projector shows." })
  projection!: ProjectionType;

  @Field(() => HeadCount, { description: "How many are there." })
  headCount!: HeadCount;

  @Field(() => CursorScalar, {
    description: "Where gatheringFeed goes on from this picture. Read before everything else in it.",
  })
  cursor!: string;
}
