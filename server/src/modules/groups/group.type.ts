import { Field, ID, Int, ObjectType } from "type-graphql";
import { Arena, ParticipantType } from "../gatherings/index.js";

@ObjectType("Group", { description: "Participants who work together, and where they write." })
export class GroupType {
  @Field(() => ID, { description: "The group's id." })
  id!: string;

  @Field(() => Arena, { description: "The arena it is made for." })
  arena!: Arena;

  @Field(() => Int, { description: "Its number in the arena, from 1." })
  number!: number;

  @Field(() => String, { description: "What it is called: the unit's name, or a number." })
  name!: string;

  @Field(() => ID, { description: "The board it writes on." })
  boardId!: string;

  @Field(() => Int, { description: "How many people sit in it." })
  people!: number;

  @Field(() => [ParticipantType], {
    description:
      "Who has a seat in it, in the order in which they speak, for those who sit there, too, and those who lead; none for " +
      "others. Whoever writes comes last; of the others somebody else begins with each item.",
  })
  members!: ParticipantType[];

  @Field(() => Int, { description: "How many times people were seated anew in its arena, from 1." })
  round!: number;

  @Field(() => ID, {
    nullable: true,
    description: "The member who writes for the group; null for those who do not see its members.",
  })
  secretaryId!: string | null;

  @Field(() => Boolean, {
    description: "Whether the caller had a seat in it before, and may finish writing on its board.",
  })
  satHere!: boolean;
}

@ObjectType("GroupPut", { description: "A group is new, or looks different now." })
export class GroupPut {
  @Field(() => GroupType, { description: "The group." })
  group: GroupType;

  constructor(group: GroupType) {
    this.group = group;
  }
}

@ObjectType("GroupGone", { description: "A group is no longer there." })
export class GroupGone {
  @Field(() => ID, { description: "The group's id." })
  id: string;

  constructor(id: string) {
    this.id = id;
  }
}
