import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { RefusalReason } from "./making/plan.js";

export enum WishKind {
  TOGETHER = "together",
  APART = "apart",
  ONE_IN_EACH = "oneInEach",
}

/** What a leader wishes of the groups across units at a gathering. */
@Entity("group_wish")
export class GroupWish {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("group_wish_gathering")
  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  @Column("text")
  kind!: WishKind;

  /** Participants: two who are to sit together or apart, or those of whom each group is to have one. */
  @Column("uuid", { array: true })
  people!: string[];

  /** Why it was not kept when groups were last made; null where it was, or where none were made since. */
  @Column("text", { nullable: true })
  reason!: RefusalReason | null;

  @Column("timestamptz")
  createdAt!: Date;
}
