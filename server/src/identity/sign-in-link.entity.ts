import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

/** A one-time way in for a member. Only the SHA-256 of the token is kept. */
@Entity("sign_in_link")
export class SignInLink {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("sign_in_link_token", { unique: true })
  @Column("bytea")
  tokenHash!: Buffer;

  @ForeignKey("Person")
  @Column("uuid")
  personId!: string;

  @Column("timestamptz")
  expiresAt!: Date;

  @Column("timestamptz", { nullable: true })
  usedAt!: Date | null;
}
