import { randomUUID } from "node:crypto";
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import type { DataSource } from "typeorm";
import { UsualBallot, UsualBoard, UsualCard, UsualRound } from "./usual-entities.js";
import { Card, CastVote, PostCard, topics, VoteCount } from "./usual-types.js";

export interface UsualContext {
  readonly source: DataSource;
  readonly voters: number;
}

const UNIT = { id: randomUUID(), kind: "SCHOOL", municipality: "Skarvfjord" };

/** The entity as the API shows it. */
export const toCard = (row: UsualCard): Card => {
  const unit = { ...UNIT, name: row.unitName };
  return Object.assign(new Card(), {
    ...row,
    itemId: null,
    anonymous: false,
    isMine: false,
    visibility: "OPEN",
    hiddenReason: null,
    editedAt: null,
    revision: 1,
    links: [],
    author: { id: UNIT.id, name: row.authorName, people: 1, unit },
    unit,
  });
};

/** Written as the guides of its libraries have it: a transaction a mutation, and a topic to publish to. */
@Resolver()
export class UsualResolver {
  @Query(() => [Card])
  async cards(@Arg("boardId", () => ID) boardId: string, @Ctx() { source }: UsualContext): Promise<Card[]> {
    return (await source.manager.findBy(UsualCard, { boardId })).map(toCard);
  }

  @Mutation(() => Card)
  async postCard(
    @Arg("input", () => PostCard) input: PostCard,
    @Ctx() { source }: UsualContext,
  ): Promise<Card> {
    const row = await source.transaction(async (manager) => {
      const board = await manager.findOneByOrFail(UsualBoard, { id: input.boardId });
      const card = manager.create(UsualCard, {
        id: randomUUID(),
        boardId: board.id,
        kind: "REFLECTION",
        body: input.body,
        authorName: "Deltaker 1",
        unitName: "Skarvfjord skole",
        createdAt: new Date(),
      });
      return manager.save(card);
    });
    const card = toCard(row);
    topics.publish("card", card.boardId, card);
    return card;
  }

  @Mutation(() => VoteCount)
  async castVote(
    @Arg("input", () => CastVote) { roundId, voter, choices }: CastVote,
    @Ctx() { source, voters }: UsualContext,
  ): Promise<VoteCount> {
    const votedCount = await source.transaction(async (manager) => {
      // Without the lock two who vote at once would be counted as one.
      const round = await manager.findOneOrFail(UsualRound, {
        where: { id: roundId },
        lock: { mode: "pessimistic_write" },
      });
      const known = await manager.findOneBy(UsualBallot, { roundId, voter });
      await manager.save(
        manager.create(UsualBallot, { id: randomUUID(), roundId, voter, ...known, choices }),
      );
      if (known) return round.votedCount;
      round.votedCount += 1;
      await manager.save(round);
      return round.votedCount;
    });
    const count = { roundId, votedCount, voterCount: voters };
    topics.publish("votes", roundId, count);
    return count;
  }

  @Subscription(() => Card, {
    topics: "card",
    topicId: ({ args }: { args: { boardId: string } }) => args.boardId,
  })
  cardPosted(@Root() card: Card, @Arg("boardId", () => ID) _boardId: string): Card {
    return card;
  }

  @Subscription(() => VoteCount, {
    topics: "votes",
    topicId: ({ args }: { args: { roundId: string } }) => args.roundId,
  })
  votesCounted(@Root() count: VoteCount, @Arg("roundId", () => ID) _roundId: string): VoteCount {
    return count;
  }
}
