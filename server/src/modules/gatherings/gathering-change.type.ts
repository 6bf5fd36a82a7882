import { Field, ID, ObjectType } from "type-graphql";
import { UnitType } from "../networks/index.js";
import { GatheringType } from "./gathering.type.js";
import { ParticipantType } from "./participant.type.js";
import { ProgrammeItemType } from "./programme-item.type.js";

@ObjectType("GatheringPut", { description: "The gathering itself looks different now." })
export class GatheringPut {
  @Field(() => GatheringType, { description: "The gathering; its lists have changes of their own." })
  gathering: GatheringType;

  constructor(gathering: GatheringType) {
    this.gathering = gathering;
  }
}

@ObjectType("ProgrammeItemPut", { description: "A programme item is new, or looks different now." })
export class ProgrammeItemPut {
  @Field(() => ProgrammeItemType, { description: "The item." })
  item: ProgrammeItemType;

  constructor(item: ProgrammeItemType) {
    this.item = item;
  }
}

@ObjectType("ProgrammeItemGone", { description: "A programme item was removed." })
export class ProgrammeItemGone {
  @Field(() => ID, { description: "The item's id." })
  id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType("ParticipantPut", {
  description: "Somebody has joined, or looks different now. For those who lead.",
})
export class ParticipantPut {
  @Field(() => ParticipantType, { description: "Who." })
  participant: ParticipantType;

  constructor(participant: ParticipantType) {
    this.participant = participant;
  }
}

@ObjectType("ParticipantGone", { description: "Somebody was removed. For those who lead." })
export class ParticipantGone {
  @Field(() => ID, { description: "The participant's id." })
  id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType("UnitPut", {
  description: "A unit is new in the network, or looks different now wherever it is named.",
})
export class UnitPut {
  @Field(() => UnitType, { description: "The unit." })
  unit: UnitType;

  constructor(unit: UnitType) {
    this.unit = unit;
  }
}
