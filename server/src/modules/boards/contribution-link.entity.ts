import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

export enum LinkKind {
  CHALLENGES = "challenges",
  ANSWERS = "answers",
  SPRINGS_FROM = "springsFrom",
  MERGED_INTO = "mergedInto",
  TAKEN_HOME_FROM = "takenHomeFrom",
}

/** From one card to another; it belongs to the card it goes out from. */
@Entity("contribution_link")
@Index("contribution_link_once", ["fromId", "toId", "kind"], { unique: true })
export class ContributionLink {
  @PrimaryColumn("uuid")
  id!: string;

  /** The board of the card the link goes out from. */
  @Column("uuid")
  boardId!: string;

  @ForeignKey("Contribution")
  @Column("uuid")
  fromId!: string;

  @Index("contribution_link_to")
  @ForeignKey("Contribution")
  @Column("uuid")
  toId!: string;

  @Column("text")
  kind!: LinkKind;
}
