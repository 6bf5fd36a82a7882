import { Column, Entity, Index, PrimaryColumn } from "typeorm";

@Entity("usual_board")
export class UsualBoard {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("text")
  title!: string;
}

@Entity("usual_card")
export class UsualCard {
  @PrimaryColumn("uuid")
  id!: string;

  @Index()
  @Column("uuid")
  boardId!: string;

  @Column("text")
  kind!: string;

  @Column("text")
  body!: string;

  @Column("text")
  authorName!: string;

  @Column("text")
  unitName!: string;

  @Column("timestamptz")
  createdAt!: Date;
}

@Entity("usual_round")
export class UsualRound {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("int")
  budget!: number;

  @Column("int")
  votedCount!: number;
}

@Entity("usual_ballot")
@Index(["roundId", "voter"], { unique: true })
export class UsualBallot {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid")
  roundId!: string;

  @Column("int")
  voter!: number;

  @Column("jsonb")
  choices!: readonly { readonly ideaId: string; readonly dots: number }[];
}

export const usualEntities = [UsualBoard, UsualCard, UsualRound, UsualBallot];
