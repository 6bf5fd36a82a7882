import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who. A guest is a person without membership; no account, no address, a name only. */
@Entity("person")
export class Person {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("text")
  name!: string;

  @Column("timestamptz")
  createdAt!: Date;

  /** Set when the person asked to be forgotten; the name is then empty. */
  @Column("timestamptz", { nullable: true })
  erasedAt!: Date | null;
}
