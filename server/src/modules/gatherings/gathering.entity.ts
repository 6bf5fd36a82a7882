import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { GatheringState } from "../../kernel/words.js";

export enum Phase {
  INDIVIDUAL = "individual",
  GROUP = "group",
  PLENARY = "plenary",
}

export enum PlenaryView {
  WELCOME = "welcome",
  PROGRAMME = "programme",
  INSTRUCTION = "instruction",
  TILES = "tiles",
  SPOTLIGHT = "spotlight",
  IDEAS = "ideas",
  VOTE = "vote",
  REVEAL = "reveal",
  TAKEAWAYS = "takeaways",
  CLOSING = "closing",
  BLACK = "black",
}

/** The countdown. Each state has only its own fields; instants are ISO 8601. */
export type GatheringClock =
  | { state: "stopped" }
  | { state: "running"; endsAt: string }
  | { state: "paused"; remainingSeconds: number };

/** What the projector shows. */
export interface Projection {
  view: PlenaryView;
  boardId: string | null;
  contributionId: string | null;
  roundId: string | null;
}

/** A board that the leader calls everybody to. Each call has an id of its own, so that nobody follows it twice. */
export interface Summons {
  id: string;
  boardId: string;
}

/** One meeting of a network. Its id is also the id of its stream. */
@Entity("gathering")
export class Gathering {
  @PrimaryColumn("uuid")
  id!: string;

  @Index("gathering_network")
  @ForeignKey("Network")
  @Column("uuid")
  networkId!: string;

  @Column("text")
  title!: string;

  @Column("text", { nullable: true })
  place!: string | null;

  @Column("timestamptz")
  startsAt!: Date;

  @Column("text")
  state!: GatheringState;

  /** Six characters that are not mistaken for each other; kept after the door is closed so that it is not dealt again. */
  @Index("gathering_join_code", { unique: true })
  @Column("text")
  joinCode!: string;

  @Column("uuid", { nullable: true })
  currentItemId!: string | null;

  @Column("text")
  phase!: Phase;

  /** Counts every change of item or phase, from 1: what belongs to one moment says nothing in the next. */
  @Column("int", { default: 1 })
  moment!: number;

  @Column("jsonb", { nullable: true })
  summons!: Summons | null;

  /** How many ideas each group may send to the plenary. */
  @Column("int", { default: 3 })
  ideasPerGroup!: number;

  @Column("jsonb")
  clock!: GatheringClock;

  @Column("jsonb")
  projection!: Projection;

  /** Counted under the stream's lock: participants (devices), the people at them, and their different units. */
  @Column("int")
  devices!: number;

  @Column("int")
  people!: number;

  @Column("int")
  unitsPresent!: number;

  /** Participants of each unit, by its id, so that no count asks everybody; null before the first has joined. */
  @Column("jsonb", { nullable: true })
  presentByUnit!: Record<string, number> | null;

  @Column("timestamptz")
  createdAt!: Date;
}
