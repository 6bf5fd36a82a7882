import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { ParticipantType, Profession } from "../gatherings/index.js";
import { UnitKind } from "../networks/index.js";
import { WishKind } from "./group-wish.entity.js";

registerEnumType(WishKind, {
  name: "WishKind",
  description: "What is wished of the groups across units.",
  valuesConfig: {
    TOGETHER: { description: "These two sit together." },
    APART: { description: "These two do not sit together." },
    ONE_IN_EACH: { description: "Each group has one of these; they write for their groups." },
  },
});

/** Why a wish was not kept. Values are what is stored. */
export enum WishReason {
  UNKNOWN_PERSON = "unknownPerson",
  SAME_PERSON = "samePerson",
  CONTRADICTS_EARLIER_WISH = "contradictsEarlierWish",
  GROUP_TOO_SMALL = "groupTooSmall",
  UNIT_MUST_SPREAD = "unitMustSpread",
  ONLY_ONE_GROUP = "onlyOneGroup",
  FEWER_THAN_GROUPS = "fewerThanGroups",
  NO_ARRANGEMENT_FOUND = "noArrangementFound",
}

registerEnumType(WishReason, {
  name: "WishReason",
  description: "Why a wish was not kept when groups were made.",
  valuesConfig: {
    UNKNOWN_PERSON: { description: "Somebody in it is not here." },
    SAME_PERSON: { description: "It is about one person only." },
    CONTRADICTS_EARLIER_WISH: {
      description: "A wish before it says the opposite, directly or through others.",
    },
    GROUP_TOO_SMALL: { description: "They are more than a group has room for." },
    UNIT_MUST_SPREAD: { description: "They are of one unit, whose people are needed in more groups." },
    ONLY_ONE_GROUP: { description: "There is one group, so nobody sits apart." },
    FEWER_THAN_GROUPS: { description: "They are fewer than the groups." },
    NO_ARRANGEMENT_FOUND: { description: "It could be, for all that arithmetic says, and was not found." },
  },
});

@ObjectType("GroupWish", { description: "Something that was wished of the groups across units." })
export class GroupWishType {
  @Field(() => ID, { description: "The wish's id." })
  id!: string;

  @Field(() => WishKind, { description: "What is wished." })
  kind!: WishKind;

  @Field(() => [ParticipantType], { description: "Whom it is about, as far as they are here." })
  participants!: ParticipantType[];

  @Field(() => Boolean, { description: "Whether it holds as people sit now." })
  kept!: boolean;

  @Field(() => WishReason, {
    nullable: true,
    description: "Why it was not kept when groups were last made; null where it was.",
  })
  reason!: WishReason | null;
}

@ObjectType("MetBefore", { description: "Two who sit together now, and sat together before." })
export class MetBeforeType {
  @Field(() => ParticipantType, { description: "The one." })
  a!: ParticipantType;

  @Field(() => ParticipantType, { description: "The other." })
  b!: ParticipantType;
}

@ObjectType("SeatMove", { description: "A move that would be made." })
export class SeatMoveType {
  @Field(() => ParticipantType, { description: "Who." })
  participant!: ParticipantType;

  @Field(() => ID, { nullable: true, description: "The group they sit in now; null without a seat." })
  from!: string | null;

  @Field(() => ID, { description: "The group they would sit in." })
  to!: string;

  @Field(() => Boolean, { description: "Whether they are writing this very moment." })
  writing!: boolean;
}

const SHARED = {
  people: { description: "How many people they are, as far as they sit in groups." },
  least: { description: "The fewest of them in a group." },
  most: { description: "The most of them in a group." },
};

@ObjectType("UnitKindShare", { description: "How people from one sort of place are spread over the groups." })
export class UnitKindShareType {
  @Field(() => UnitKind, { description: "The sort of place." })
  kind!: UnitKind;

  @Field(() => Int, SHARED.people)
  people!: number;

  @Field(() => Int, SHARED.least)
  least!: number;

  @Field(() => Int, SHARED.most)
  most!: number;
}

@ObjectType("ProfessionShare", {
  description:
    "How people of one profession are spread over the groups. Who has not said theirs is not counted.",
})
export class ProfessionShareType {
  @Field(() => Profession, { description: "The profession." })
  profession!: Profession;

  @Field(() => Int, SHARED.people)
  people!: number;

  @Field(() => Int, SHARED.least)
  least!: number;

  @Field(() => Int, SHARED.most)
  most!: number;
}

@ObjectType("Seating", { description: "How the groups across units stand, and what could be done about it." })
export class SeatingType {
  @Field(() => Int, { description: "The round; 0 where no groups were made." })
  round!: number;

  @Field(() => Int, {
    description: "Pairs who sit together now and did before: here, or at earlier gatherings.",
  })
  repeats!: number;

  @Field(() => Int, { description: "Pairs who sit together for the first time." })
  firstMeetings!: number;

  @Field(() => Int, { description: "The fewest units in a group." })
  unitsLeast!: number;

  @Field(() => Int, { description: "The most units in a group." })
  unitsMost!: number;

  @Field(() => [UnitKindShareType], { description: "How sorts of places are mixed, the largest first." })
  unitKinds!: UnitKindShareType[];

  @Field(() => [ProfessionShareType], {
    description: "How professions are mixed, as far as they were said, the largest first.",
  })
  professions!: ProfessionShareType[];

  @Field(() => [MetBeforeType], { description: "Who they are who meet again; 60 pairs at the most." })
  again!: MetBeforeType[];

  @Field(() => [ParticipantType], { description: "Those who are here without a seat." })
  unseated!: ParticipantType[];

  @Field(() => [ParticipantType], {
    description: "Those for whom no seat is kept, since they are not there.",
  })
  away!: ParticipantType[];

  @Field(() => [SeatMoveType], {
    description: "The fewest moves by which everybody who is here gets a seat and groups are even.",
  })
  moves!: SeatMoveType[];

  @Field(() => [GroupWishType], { description: "What was wished, the oldest first." })
  wishes!: GroupWishType[];
}
