import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

export enum UnitKind {
  SCHOOL = "school",
  PRIMARY_SCHOOL = "primarySchool",
  LOWER_SECONDARY_SCHOOL = "lowerSecondarySchool",
  UPPER_SECONDARY_SCHOOL = "upperSecondarySchool",
  KINDERGARTEN = "kindergarten",
  AFTER_SCHOOL = "afterSchool",
  MUNICIPAL_SERVICE = "municipalService",
  SCHOOL_OWNER = "schoolOwner",
  UNIVERSITY = "university",
  OTHER = "other",
}

/** A school, kindergarten, service or university in a network. */
@Entity("unit")
export class Unit {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("unit_network")
  @ForeignKey("Network")
  @Column("uuid")
  networkId!: string;

  @Column("text")
  name!: string;

  @Column("text")
  municipality!: string;

  @Column("text")
  kind!: UnitKind;

  @Column("timestamptz")
  createdAt!: Date;
}
