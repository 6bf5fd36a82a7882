import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** An ordered log of changes. Its row lock orders commits (LOG1). */
@Entity("stream")
export class Stream {
  @PrimaryColumn("uuid")
  id!: string;

  /** Streams that are locked together where a command concerns all of them: a gathering and its boards. */
  @Index("stream_scope")
  @Column("uuid")
  scopeId!: string;

  /** Another epoch means another history: cursors of the old one are reset. */
  @Column("int")
  epoch!: number;

  /** Sequence number of the newest entry; 0 for none. */
  @Column("bigint")
  head!: string;

  /** Cursors before this are too old to go on from. */
  @Column("bigint")
  floor!: string;
}
