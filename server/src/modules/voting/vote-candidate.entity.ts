import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

/** An idea that can be voted for in a round. */
@Entity("vote_candidate")
@Index("vote_candidate_once", ["roundId", "contributionId"], { unique: true })
export class VoteCandidate {
  @PrimaryColumn("uuid")
  id!: string;

  @ForeignKey("VoteRound")
  @Column("uuid")
  roundId!: string;

  @Column("uuid")
  gatheringId!: string;

  @Index("vote_candidate_contribution")
  @ForeignKey("Contribution")
  @Column("uuid")
  contributionId!: string;

  @Column("int")
  position!: number;
}
