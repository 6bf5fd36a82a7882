import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

/** An idea that a group, or whoever leads, has sent to the plenary. It stays the group's card; this says that it is shown to all. */
@Entity("plenary_idea")
export class PlenaryIdea {
  /** The idea's id: each is sent once. */
  @PrimaryColumn("uuid")
  @ForeignKey("Contribution")
  id!: string;

  @Index("plenary_idea_gathering")
  @Column("uuid")
  gatheringId!: string;

  @Column("uuid")
  boardId!: string;

  @Column("timestamptz")
  sentAt!: Date;
}
