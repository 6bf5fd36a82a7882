import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { Profession } from "./profession.js";

/** A person, or a table of `people` on one device, at one gathering, for one unit. */
@Entity("participant")
@Index("participant_once", ["gatheringId", "personId"], { unique: true })
export class Participant {
  @PrimaryColumn("uuid")
  id!: string;

  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  @Index("participant_person")
  @ForeignKey("Person")
  @Column("uuid")
  personId!: string;

  @ForeignKey("Unit")
  @Column("uuid")
  unitId!: string;

  @Column("text")
  name!: string;

  @Column("int")
  people!: number;

  /** What they work as, where they said so: for mixing groups, and for nobody's eyes but theirs and the leaders'. */
  @Column("text", { nullable: true })
  profession!: Profession | null;

  @Column("timestamptz")
  joinedAt!: Date;

  /** A leader has seen that they are not there: nobody keeps a seat for them until they come. */
  @Column("boolean", { default: false })
  away!: boolean;

  @Column("timestamptz", { nullable: true })
  removedAt!: Date | null;
}
