import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

export interface BallotChoice {
  ideaId: string;
  dots: number;
}

/** The dots of one person in one round: a set that is replaced whole. A retracted ballot has no choices. */
@Entity("ballot")
@Index("ballot_once", ["roundId", "participantId", "voter"], { unique: true })
export class Ballot {
  @PrimaryColumn("uuid")
  id!: string;

  @ForeignKey("VoteRound")
  @Column("uuid")
  roundId!: string;

  @Column("uuid")
  gatheringId!: string;

  @ForeignKey("Participant")
  @Column("uuid")
  participantId!: string;

  /** Which of the people at the device, from 1. */
  @Column("int")
  voter!: number;

  @Column("jsonb")
  choices!: BallotChoice[];

  @Column("timestamptz")
  castAt!: Date;
}
