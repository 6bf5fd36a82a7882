import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

export enum NetworkRole {
  OWNER = "owner",
  LEADER = "leader",
  MEMBER = "member",
}

/** A person's place in a network. */
@Entity("membership")
@Index("membership_once", ["networkId", "personId"], { unique: true })
export class Membership {
  @PrimaryColumn("uuid")
  id!: string;

  @ForeignKey("Network")
  @Column("uuid")
  networkId!: string;

  @Index("membership_person")
  @ForeignKey("Person")
  @Column("uuid")
  personId!: string;

  @ForeignKey("Unit")
  @Column("uuid", { nullable: true })
  unitId!: string | null;

  @Column("text")
  role!: NetworkRole;

  @Column("timestamptz")
  createdAt!: Date;
}
