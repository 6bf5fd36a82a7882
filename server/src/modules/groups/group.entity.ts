import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { Arena } from "../gatherings/index.js";

/** Seats of participants for an arena of a gathering. `number` is the table's number in its arena. */
@Entity("work_group")
export class Group {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("work_group_gathering")
  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  @Column("text")
  arena!: Arena;

  @Column("int")
  number!: number;

  @Column("text")
  name!: string;

  /** The unit it is of, in the arena of units; null in the others. */
  @Column("uuid", { nullable: true })
  unitId!: string | null;

  @Column("uuid")
  boardId!: string;

  /** Those who sit in it, counted under the gathering's lock whenever somebody comes, goes, or is joined by others. */
  @Column("int", { default: 0 })
  people!: number;
  /** How many times people were seated anew in its arena, from 1. */
  @Column("int", { default: 1 })
  round!: number;

  /** The participant who writes for the group in this round; whoever leaves is not asked any more. */
  @Column("uuid", { nullable: true })
  secretaryId!: string | null;

  /** Participants in the order in which they speak; who came later speaks after them. */
  @Column("uuid", { array: true, default: () => "'{}'" })
  turnOrder!: string[];

  @Column("timestamptz")
  createdAt!: Date;
}

/** A group in the first round, before it is said who writes and who speaks when. */
export const firstRound: Pick<Group, "round" | "secretaryId" | "turnOrder"> = {
  round: 1,
  secretaryId: null,
  turnOrder: [],
};
