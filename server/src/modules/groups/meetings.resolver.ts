import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Queryable } from "../../database/pool.js";
import { DateTimeScalar } from "../../kernel/scalars.js";
import type { Context } from "../context.js";
import { NetworkType } from "../networks/index.js";
import { SITTINGS } from "./company.js";

@ObjectType("UnitMeeting", {
  description: "How often two units of a network have sat together across units.",
})
export class UnitMeetingType {
  @Field(() => ID, { description: "The one." })
  unitA!: string;

  @Field(() => ID, { description: "The other; always another unit." })
  unitB!: string;

  @Field(() => Int, { description: "The gatherings at which they have." })
  gatherings!: number;

  @Field(() => Int, { description: "The groups in which they have, each round counted." })
  groups!: number;

  @Field(() => DateTimeScalar, { description: "When the last of these gatherings began." })
  lastAt!: Date;
}

const MEETINGS = `
  WITH table_units AS (
    SELECT DISTINCT sat.gathering_id, sat.group_id, sat.round, p.unit_id, o.starts_at
    FROM gathering o JOIN (${SITTINGS}) sat ON sat.gathering_id = o.id
      JOIN participant p ON p.id = sat.participant_id AND p.removed_at IS NULL
    WHERE o.network_id = $1)
  SELECT a.unit_id AS "unitA", b.unit_id AS "unitB", count(DISTINCT a.gathering_id)::int AS gatherings,
    count(*)::int AS groups, max(a.starts_at) AS "lastAt"
  FROM table_units a JOIN table_units b
    ON b.gathering_id = a.gathering_id AND b.group_id = a.group_id AND b.round = a.round AND b.unit_id > a.unit_id
  GROUP BY a.unit_id, b.unit_id ORDER BY a.unit_id, b.unit_id`;

const readMeetings = async (db: Queryable, networkId: string): Promise<UnitMeetingType[]> => {
  const { rows } = await db.query<UnitMeetingType>(MEETINGS, [networkId]);
  return rows.map((row) => Object.assign(new UnitMeetingType(), row));
};

@Resolver(() => NetworkType)
export class MeetingsResolver {
  @FieldResolver(() => [UnitMeetingType], {
    description:
      "Which units have sat together in groups across units over the years; pairs that never did are left out.",
  })
  meetings(@Root() { id }: NetworkType, @Ctx() { app }: Context): Promise<UnitMeetingType[]> {
    return readMeetings(app.pool, id);
  }
}
