import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { RoundState } from "../../kernel/words.js";
import { VotePer } from "../gatherings/index.js";

/** Dots on ideas. Totals are counted from the ballots when the round is revealed, and by nobody before. */
@Entity("vote_round")
export class VoteRound {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("vote_round_gathering")
  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  @Column("uuid", { nullable: true })
  itemId!: string | null;

  @Column("text")
  title!: string;

  @Column("int")
  budget!: number;

  @Column("int")
  maxPerIdea!: number;

  /** Whether each person has a ballot, or each unit one together. */
  @Column("text", { default: VotePer.PERSON })
  per!: VotePer;

  @Column("text")
  state!: RoundState;

  /** Ballots that are in, of people or of units, counted under the stream's lock. */
  @Column("int")
  votedCount!: number;

  @Column("timestamptz")
  openedAt!: Date;

  @Column("timestamptz", { nullable: true })
  closedAt!: Date | null;

  @Column("timestamptz", { nullable: true })
  revealedAt!: Date | null;
}
