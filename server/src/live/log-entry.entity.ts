import { Column, Entity, PrimaryColumn } from "typeorm";

/** What one command changed: references only, never content, so that what is withdrawn or erased is nowhere in the log. */
@Entity("log_entry")
export class LogEntry {
  @PrimaryColumn("uuid")
  streamId!: string;

  @PrimaryColumn("bigint")
  seq!: string;

  @Column("text")
  command!: string;

  /** Pairs of kind and id. */
  @Column("jsonb")
  refs!: [kind: string, id: string][];

  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
