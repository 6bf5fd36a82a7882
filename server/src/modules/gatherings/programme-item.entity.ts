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

/** Whom a vote's dots belong to. */
export enum VotePer {
  PERSON = "person",
  UNIT = "unit",
}

/** How an item's minutes are divided: alone, in the group, together. They add up to all of its minutes. */
export interface PhaseMinutes {
  readonly individual: number;
  readonly group: number;
  readonly plenary: number;
}

/** How a round that is opened in an item is to be voted in. */
export interface VoteSettings {
  readonly budget: number;
  readonly maxPerIdea: number;
  readonly per: VotePer;
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

  /** Done by the units at home, before or after everybody is together. */
  @Column("boolean", { default: false })
  atHome!: boolean;

  /** When what is done at home is to be done; null where nothing is said. */
  @Column("timestamptz", { nullable: true })
  dueAt!: Date | null;

  /** When it begins, where that is not straight after the item before it: the next day, say. */
  @Column("timestamptz", { nullable: true })
  startsAt!: Date | null;

  /** Whether cards may be challenged. Where not, as in a café dialogue, one listens and wonders. */
  @Column("boolean", { default: true })
  critique!: boolean;

  /** Null where the minutes are not divided. */
  @Column("jsonb", { nullable: true })
  phases!: PhaseMinutes | null;

  /** Null where nothing is said of it. */
  @Column("jsonb", { nullable: true })
  vote!: VoteSettings | null;
}
