import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** The first answer to a mutation, for those who ask again. */
@Entity("receipt")
export class Receipt {
  @PrimaryColumn("uuid")
  personId!: string;

  /** The client's `clientMutationId`. */
  @PrimaryColumn("uuid")
  id!: string;

  /** SHA-256 of the command's name and input. */
  @Column("text")
  fingerprint!: string;

  @Column("uuid")
  streamId!: string;

  @Column("int")
  epoch!: number;

  @Column("bigint")
  seq!: string;

  @Column("jsonb")
  outcome!: unknown;

  @Index("receipt_at")
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
