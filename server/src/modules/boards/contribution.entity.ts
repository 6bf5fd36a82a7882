import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { ContributionKind, Language } from "../../kernel/words.js";

export enum Lens {
  GOOD = "good",
  CRITICAL = "critical",
}

/** What a card says; each kind has only its own fields. Stored as one jsonb column. */
export type Content =
  | {
      kind: ContributionKind.PRACTICE_EXAMPLE;
      title: string;
      body: string;
      lens: Lens;
      challengeUsOn: string | null;
      theme: string | null;
    }
  | { kind: ContributionKind.THEORY_INPUT; title: string; body: string }
  | { kind: ContributionKind.ANSWER; body: string; fromAuthor: boolean }
  | {
      kind:
        | ContributionKind.CHALLENGE
        | ContributionKind.IDEA
        | ContributionKind.REFLECTION
        | ContributionKind.TAKEAWAY;
      body: string;
    };

/** A card on a board. */
@Entity("contribution")
@Index("contribution_board", ["boardId", "createdAt"])
@Index("contribution_gathering", ["gatheringId", "createdAt"])
export class Contribution {
  @PrimaryColumn("uuid")
  id!: string;

  @ForeignKey("Board")
  @Column("uuid")
  boardId!: string;

  @ForeignKey("Gathering")
  @Column("uuid")
  gatheringId!: string;

  /** The programme item it began in; null where that item was removed. */
  @Index("contribution_item")
  @Column("uuid", { nullable: true })
  itemId!: string | null;

  @Column("text")
  kind!: ContributionKind;

  @Column("jsonb")
  content!: Content;

  /** What its words are written in, so that they can be read aloud as they should; null where it was not told. */
  @Column("text", { nullable: true })
  language!: Language | null;

  @Index("contribution_participant")
  @ForeignKey("Participant")
  @Column("uuid")
  participantId!: string;

  /** The unit the card speaks for. */
  @ForeignKey("Unit")
  @Column("uuid")
  unitId!: string;

  /** Fixed when the card is written: nobody but the author learns whose it is. */
  @Column("boolean")
  anonymous!: boolean;

  /** Silent cards are nobody's but the author's until the item is opened. */
  @Column("boolean")
  silent!: boolean;

  /** When silent writing was opened to the others; kept where that was taken back, so that they hear that it is gone. */
  @Column("timestamptz", { nullable: true })
  openedAt!: Date | null;

  /** Text is gone when the card is withdrawn. */
  @Column("timestamptz", { nullable: true })
  withdrawnAt!: Date | null;

  @Column("text", { nullable: true })
  hiddenReason!: string | null;

  @Column("timestamptz")
  createdAt!: Date;

  @Column("timestamptz", { nullable: true })
  editedAt!: Date | null;

  /** Counts every change of the row, from 1. */
  @Column("int")
  revision!: number;
}
