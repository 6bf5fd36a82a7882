import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

/** A participant's place in a group: at most one a group. */
@Entity("seat")
@Index("seat_once", ["groupId", "participantId"], { unique: true })
export class Seat {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("seat_gathering")
  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  @ForeignKey("Group")
  @Column("uuid")
  groupId!: string;

  @Index("seat_participant")
  @ForeignKey("Participant")
  @Column("uuid")
  participantId!: string;

  @Column("timestamptz")
  seatedAt!: Date;
}
