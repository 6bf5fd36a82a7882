import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Whose turn it is to speak in a group; it belongs to one moment, and before anybody passed it on there is none. */
@Entity("turn")
export class Turn {
  /** The group's id: each has one turn. */
  @PrimaryColumn("uuid")
  id!: string;

  @Index("turn_gathering")
  @Column("uuid")
  gatheringId!: string;

  @Column("int")
  moment!: number;

  @Column("uuid")
  participantId!: string;
}
