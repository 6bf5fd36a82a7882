import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

/** Where one group's contributions for a gathering live. Its id is also the id of its stream. */
@Entity("board")
export class Board {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("board_gathering")
  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  /** Null for the plenary's own board. */
  @Column("uuid", { nullable: true })
  groupId!: string | null;

  @Column("text")
  title!: string;

  @Column("timestamptz", { nullable: true })
  frozenAt!: Date | null;

  @Column("timestamptz")
  createdAt!: Date;
}
