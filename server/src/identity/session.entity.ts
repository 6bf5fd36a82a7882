import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

/** One device's proof of who is calling. Only the SHA-256 of the token is kept. */
@Entity("session")
export class Session {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("session_token", { unique: true })
  @Column("bytea")
  tokenHash!: Buffer;

  @Index("session_person")
  @ForeignKey("Person")
  @Column("uuid")
  personId!: string;

  @Column("timestamptz")
  createdAt!: Date;

  @Column("timestamptz")
  expiresAt!: Date;

  @Column("timestamptz", { nullable: true })
  endedAt!: Date | null;

  /** When it ended, or its person was last taken something from: nodes ask for what is newer than they know (SESSION1). */
  @Index("session_revised", { where: "revised_at IS NOT NULL" })
  @Column("timestamptz", { nullable: true })
  revisedAt!: Date | null;
}
