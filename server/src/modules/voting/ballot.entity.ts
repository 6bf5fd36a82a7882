import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

export interface BallotChoice {
  ideaId: string;
  dots: number;
}

/** The dots of one person, or of one unit, in one round: a set that is replaced whole. A retracted ballot has no choices. */
@Entity("ballot")
@Index("ballot_once", ["roundId", "participantId", "voter"], { unique: true, where: "unit_id IS NULL" })
@Index("ballot_round", ["roundId", "participantId"])
@Index("ballot_of_unit", ["roundId", "unitId"], { unique: true, where: "unit_id IS NOT NULL" })
export class Ballot {
  @PrimaryColumn("uuid")
  id!: string;

  @ForeignKey("VoteRound")
  @Column("uuid")
  roundId!: string;

  @Column("uuid")
  gatheringId!: string;

  @Index("ballot_participant")
  @ForeignKey("Participant")
  @Column("uuid")
  participantId!: string;

  /** The unit it is of, in a round where each unit has one ballot; then the participant is who cast it last. */
  @Column("uuid", { nullable: true })
  unitId!: string | null;

  /** Which of the people at the device, from 1. */
  @Column("int")
  voter!: number;

  @Column("jsonb")
  choices!: BallotChoice[];

  @Column("timestamptz")
  castAt!: Date;
}
