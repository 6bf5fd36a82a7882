import { limits, within } from "@ordskifte/schema";
import type { Queryable } from "../../database/pool.js";
import { Arena } from "../gatherings/index.js";
import { companyBefore } from "./company.js";
import type { WishKind } from "./group-wish.entity.js";
import { makeGroupsBetweenOthers } from "./making/make-groups.js";
import type { Groups, RefusalReason, Wish } from "./making/plan.js";

export interface Wanted {
  readonly gatheringId: string;
  readonly arena: Arena;
  /** People in a group across units; the other arenas do not ask for it. */
  readonly size: number;
  /** The round that went before is over: who sat together in it has met. */
  readonly newRound?: boolean;
  /** Another seed gives other groups; the gathering's own when null. */
  readonly seed?: string | null;
}

/** Groups as they were thought out, and what became of the wishes. */
export interface Draft {
  /** Ids of participants. */
  readonly groups: Groups;
  /** By the wish's id; one that is not named was kept. */
  readonly refused: ReadonlyMap<string, RefusalReason>;
}

export interface Present {
  readonly participantId: string;
  /** Of the person, by whom those who met before are known. */
  readonly id: string;
  readonly unit: string;
  /** The school level, and the profession where it was said. */
  readonly mixed: readonly (string | null)[];
  readonly people: number;
}

/** Over `participant p`. Several at one device have more professions than one. */
export const OWN_PROFESSION = "CASE WHEN p.people = 1 THEN p.profession END";

const PRESENT = `
  SELECT p.id AS "participantId", p.person_id AS id, p.unit_id AS unit, p.people,
    ARRAY[u.kind, ${OWN_PROFESSION}] AS mixed
  FROM participant p JOIN unit u ON u.id = p.unit_id
  WHERE p.gathering_id = $1 AND p.removed_at IS NULL AND NOT p.away`;

/** Those who are here. */
export const readPresent = async (db: Queryable, gatheringId: string): Promise<Present[]> =>
  (await db.query<Present>(PRESENT, [gatheringId])).rows;

interface StoredWish {
  readonly id: string;
  readonly kind: WishKind;
  readonly people: readonly string[];
}

const readWishes = async (db: Queryable, gatheringId: string): Promise<StoredWish[]> => {
  const { rows } = await db.query<StoredWish>(
    "SELECT id, kind, people FROM group_wish WHERE gathering_id = $1 ORDER BY created_at, id",
    [gatheringId],
  );
  return rows;
};

/** A wish about participants as one about persons; who is not here is nobody, and the wish says so. */
const asWish = ({ kind, people }: StoredWish, personOf: ReadonlyMap<string, string>): Wish => {
  const persons = people.map((id) => personOf.get(id) ?? id);
  // Of a set it is enough that some are here.
  if (kind === "oneInEach") return { kind, people: people.flatMap((id) => personOf.get(id) ?? []) };
  return { kind, people: persons as unknown as [string, string] };
};

const NOTHING: Draft = { groups: [], refused: new Map() };

/**
 * Groups across units for those who are here now, made before any lock is held. Always the same for the same people,
 * past, wishes and seed. None for the other arenas, or for a size that will be refused.
 */
export const draftAcross = async (
  db: Queryable,
  { gatheringId, arena, size, newRound = false, seed }: Wanted,
): Promise<Draft> => {
  if (arena !== Arena.CROSS || !within(limits.groupSize, size)) return NOTHING;
  const present = await readPresent(db, gatheringId);
  const history = await companyBefore(db, gatheringId, newRound);
  const personOf = new Map(present.map(({ id, participantId }) => [participantId, id]));
  const stored = (await readWishes(db, gatheringId)).map((wish) => ({
    id: wish.id,
    wish: asWish(wish, personOf),
  }));
  const { groups, refused } = await makeGroupsBetweenOthers(present, {
    groupSize: size,
    seed: seed ?? gatheringId,
    history,
    wishes: stored.map(({ wish }) => wish),
  });
  const participants = new Map(present.map(({ id, participantId }) => [id, participantId]));
  const reasons = new Map(refused.map(({ wish, reason }) => [wish, reason]));
  return {
    groups: groups.map((ids) => ids.flatMap((id) => participants.get(id) ?? [])),
    refused: new Map(
      stored.flatMap(({ id, wish }) => {
        const reason = reasons.get(wish);
        return reason ? [[id, reason] as const] : [];
      }),
    ),
  };
};
