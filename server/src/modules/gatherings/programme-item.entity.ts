import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { ContributionKind } from "../../kernel/words.js";

export enum ItemKind {
  WELCOME = "welcome",
  OWN_PRACTICE = "ownPractice",
  EXAMPLES = "examples",
  THEORY = "theory",
  EXCHANGE = "exchange",
  IDEAS = "ideas",
  VOTE = "vote",
  TAKE_HOME = "takeHome",
  NEW_PLANS = "newPlans",
  REFLECTION = "reflection",
  BREAK = "break",
  CLOSING = "closing",
}

export enum Arena {
  UNIT = "unit",
  CROSS = "cross",
  PLENARY = "plenary",
}

export enum Writing {
  SILENT = "silent",
  OPEN = "open",
}

export enum Naming {
  NAMED = "named",
  ANONYMOUS = "anonymous",
}

/** A stage of a gathering. Order is data: `position` counts from 1 without gaps. */
@Entity("programme_item")
export class ProgrammeItem {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("programme_item_gathering")
  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  @Column("int")
  position!: number;

  @Column("text")
  title!: string;

  @Column("text")
  kind!: ItemKind;

  @Column("text")
  arena!: Arena;

  @Column("int")
  minutes!: number;

  @Column("text")
  instruction!: string;

  @Column("text")
  writing!: Writing;

  /** When silent writing was opened to the others. */
  @Column("timestamptz", { nullable: true })
  openedAt!: Date | null;

  @Column("text")
  naming!: Naming;

  @Column("text", { array: true })
  invites!: ContributionKind[];
}
