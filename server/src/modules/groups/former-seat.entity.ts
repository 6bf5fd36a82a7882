import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { Arena } from "../gatherings/index.js";

/**
 * A seat that was given up. Whoever had it may finish writing on that group's board, and in a round that was over they
 * have met those who sat there. It outlives its group.
 */
@Entity("former_seat")
@Index("former_seat_group", ["groupId", "participantId"])
export class FormerSeat {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("former_seat_gathering")
  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  @Column("uuid")
  groupId!: string;

  @Column("text")
  arena!: Arena;

  @ForeignKey("Participant")
  @Column("uuid")
  participantId!: string;

  /** The group's round. */
  @Column("int")
  round!: number;

  /** Whether the round was over: they are held to have met. Not so for one who was moved in the middle of it. */
  @Column("boolean")
  met!: boolean;

  /** Whether they wrote for the group. */
  @Column("boolean")
  secretary!: boolean;

  @Column("timestamptz")
  leftAt!: Date;
}
