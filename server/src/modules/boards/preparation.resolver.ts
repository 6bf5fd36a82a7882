import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Queryable } from "../../database/pool.js";
import { DateTimeScalar } from "../../kernel/scalars.js";
import { ContributionKind } from "../../kernel/words.js";
import { actorOf, type Context } from "../context.js";
import { GatheringType, seenBy } from "../gatherings/index.js";
import { UnitType } from "../networks/index.js";
import { maySeePreparation } from "./board.policy.js";

@ObjectType("UnitPreparation", { description: "What a unit has done at home before a gathering." })
export class UnitPreparation {
  @Field(() => UnitType, { description: "The unit." })
  unit!: UnitType;

  @Field(() => Int, { description: "People of the unit who have joined." })
  people!: number;

  @Field(() => Int, { description: "Practice examples that its people have written on its board." })
  examples!: number;

  @Field(() => Int, { description: "Cards of all kinds that they have written there." })
  cards!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When something was last written or changed there; null where nothing was.",
  })
  lastWriteAt!: Date | null;

  @Field(() => ID, { nullable: true, description: "The unit's board; null before its first participant." })
  boardId!: string | null;
}

const PREPARATION = `
  SELECT json_build_object('id', u.id, 'name', u.name, 'municipality', u.municipality, 'kind', u.kind) AS unit,
    coalesce((SELECT sum(p.people) FROM participant p
      WHERE p.gathering_id = g.id AND p.unit_id = u.id AND p.removed_at IS NULL), 0)::int AS people,
    count(c.id) FILTER (WHERE c.kind = $2)::int AS examples, count(c.id)::int AS cards,
    max(coalesce(c.edited_at, c.created_at)) AS "lastWriteAt", w.board_id AS "boardId"
  FROM gathering g JOIN unit u ON u.network_id = g.network_id
    LEFT JOIN work_group w ON w.gathering_id = g.id AND w.unit_id = u.id
    LEFT JOIN contribution c ON c.board_id = w.board_id AND c.withdrawn_at IS NULL AND c.hidden_reason IS NULL
  WHERE g.id = $1 GROUP BY g.id, u.id, w.board_id ORDER BY u.name, u.id`;

const readPreparation = async (db: Queryable, gatheringId: string): Promise<UnitPreparation[]> => {
  const { rows } = await db.query<UnitPreparation>(PREPARATION, [
    gatheringId,
    ContributionKind.PRACTICE_EXAMPLE,
  ]);
  return rows.map((row) => Object.assign(new UnitPreparation(), row));
};

@Resolver(() => GatheringType)
export class PreparationResolver {
  @FieldResolver(() => [UnitPreparation], {
    nullable: true,
    description:
      "What each unit of the network has done beforehand, in name order; null for those who do not lead.",
  })
  async preparation(
    @Root() { id }: GatheringType,
    @Ctx() context: Context,
  ): Promise<UnitPreparation[] | null> {
    const standing = await seenBy(context.app.lookup, actorOf(context), id);
    return maySeePreparation.allows(standing) ? readPreparation(context.app.pool, id) : null;
  }
}
