import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/**
 * What somebody lets the leader see without a word: that they are ready, or a hand in the air. It belongs to one moment
 * of the gathering, and says nothing in any other.
 */
@Entity("sign")
@Index("sign_gathering", ["gatheringId", "moment"])
export class Sign {
  /** The participant's id: each has one sign. */
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid")
  gatheringId!: string;

  @Column("int")
  moment!: number;

  @Column("boolean")
  ready!: boolean;

  @Column("timestamptz", { nullable: true })
  handUpAt!: Date | null;
}
