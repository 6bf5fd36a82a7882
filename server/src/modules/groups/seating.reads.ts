import type { Queryable } from "../../database/pool.js";
import type { Presence } from "../../live/presence.js";
import { Arena, PARTICIPANT_COLUMNS, type ParticipantFact } from "../gatherings/index.js";
import { companyBefore } from "./company.js";
import { OWN_PROFESSION } from "./draft.js";
import { readGroups, type GroupFact } from "./group.facts.js";
import type { WishKind } from "./group-wish.entity.js";
import type { RefusalReason } from "./making/plan.js";
import { report, spreading, type Spreading } from "./making/report.js";
import { reseat } from "./making/reseat.js";

/** Somebody who is here, as a seat is found for them. */
type Here = ParticipantFact & { readonly away: boolean; readonly profession: string | null };

interface Wish {
  readonly id: string;
  readonly kind: WishKind;
  readonly people: readonly string[];
  readonly reason: RefusalReason | null;
}

/** Two who sit together, and how often they did before. */
export interface Again {
  readonly a: Here;
  readonly b: Here;
}

export interface Move {
  readonly participant: Here;
  readonly from: string | null;
  readonly to: string;
  readonly writing: boolean;
}

/** How the groups across units stand, and what could be done about it. */
export interface SeatingFact {
  readonly round: number;
  readonly repeats: number;
  readonly firstMeetings: number;
  readonly units: readonly number[];
  readonly unitKinds: readonly Spreading[];
  readonly professions: readonly Spreading[];
  readonly again: readonly Again[];
  readonly unseated: readonly Here[];
  readonly away: readonly Here[];
  readonly moves: readonly Move[];
  readonly wishes: readonly (Wish & { readonly participants: readonly Here[]; readonly kept: boolean })[];
}

/** Pairs that are named; there may be more, and then the number says so. */
const AGAIN_SHOWN = 60;

const readEverybody = async (db: Queryable, gatheringId: string): Promise<Here[]> => {
  const { rows } = await db.query<Here>(
    `SELECT ${PARTICIPANT_COLUMNS}, p.away, ${OWN_PROFESSION} AS profession FROM participant p JOIN unit u ON u.id = p.unit_id
     WHERE p.gathering_id = $1 AND p.removed_at IS NULL ORDER BY p.name, p.id`,
    [gatheringId],
  );
  return rows;
};

const readWishes = async (db: Queryable, gatheringId: string): Promise<Wish[]> => {
  const { rows } = await db.query<Wish>(
    "SELECT id, kind, people, reason FROM group_wish WHERE gathering_id = $1 ORDER BY created_at, id",
    [gatheringId],
  );
  return rows;
};

type Tables = readonly (readonly string[])[];

const isKept = ({ kind, people }: Wish, tables: Tables): boolean => {
  if (kind === "oneInEach") return tables.every((table) => table.some((id) => people.includes(id)));
  const [a = "", b = ""] = people;
  const together = tables.some((table) => table.includes(a) && table.includes(b));
  return kind === "together" ? together : !together;
};

/** Pairs at the tables that have met before. */
const metBefore = (tables: readonly (readonly Here[])[], history: Tables): Again[] => {
  const met = new Set(history.flatMap((ids) => ids.flatMap((a) => ids.map((b) => `${a}/${b}`))));
  const pairs = tables.flatMap((table) =>
    table.flatMap((a, i) => table.slice(i + 1).map((b): Again => ({ a, b }))),
  );
  return pairs.filter(({ a, b }) => met.has(`${a.personId}/${b.personId}`));
};

const asPerson = ({ id, unit, people, profession }: Here) => ({
  id,
  unit: unit.id,
  mixed: [unit.kind, profession],
  people,
});

/** The fewest moves by which everybody who is here gets a seat and the groups are even. */
const movesFor = (groups: readonly GroupFact[], here: readonly Here[], presence: Presence): Move[] => {
  const seatOf = new Map(groups.flatMap((group) => group.members.map(({ id }) => [id, group] as const)));
  const personOf = new Map(here.map(({ id, personId }) => [id, personId]));
  const writers = new Set(
    groups.flatMap(({ boardId, members }) => [
      ...presence.among(
        boardId,
        members.flatMap(({ id }) => personOf.get(id) ?? []),
      ).writing,
    ]),
  );
  const busy = new Set(here.filter(({ personId }) => writers.has(personId)).map(({ id }) => id));
  const used = groups.filter(({ members }) => members.length > 0);
  const now = (used.length > 0 ? used : groups).map((group) => ({
    group,
    ids: group.members.map(({ id }) => id),
  }));
  const after = reseat(
    here.map(asPerson),
    now.map(({ ids }) => ids),
    busy,
  );
  const byId = new Map(here.map((one) => [one.id, one]));
  return after.groups.flatMap((ids, i) =>
    ids.flatMap((id): Move[] => {
      const [participant, to, from] = [byId.get(id), now[i]?.group.id, seatOf.get(id)?.id ?? null];
      return participant && to && from !== to ? [{ participant, from, to, writing: busy.has(id) }] : [];
    }),
  );
};

/** Null where there are no groups across units yet: then only wishes and people are to be seen. */
export const readSeating = async (
  db: Queryable,
  gatheringId: string,
  presence: Presence,
): Promise<SeatingFact> => {
  const everybody = await readEverybody(db, gatheringId);
  const groups = (await readGroups(db, gatheringId)).filter(({ arena }) => arena === Arena.CROSS);
  const history = await companyBefore(db, gatheringId, false);
  const byId = new Map(everybody.map((one) => [one.id, one]));
  const tables = groups.map(({ members }) => members.flatMap(({ id }) => byId.get(id) ?? []));
  const seated = new Set(tables.flat().map(({ id }) => id));
  const here = everybody.filter(({ away }) => !away);
  const persons = everybody.map((one) => ({ ...asPerson(one), id: one.personId }));
  const asNow = tables
    .filter((table) => table.length > 0)
    .map((table) => table.map(({ personId }) => personId));
  const { repeats, firstMeetings, unitsPerGroup } = report(persons, [asNow], history);
  const ids = tables.filter((table) => table.length > 0).map((table) => table.map(({ id }) => id));
  return {
    round: Math.max(0, ...groups.map(({ round }) => round)),
    repeats,
    firstMeetings,
    units: unitsPerGroup[0] ?? [],
    unitKinds: spreading(persons, asNow, 0),
    professions: spreading(persons, asNow, 1),
    again: metBefore(tables, history).slice(0, AGAIN_SHOWN),
    unseated: groups.length > 0 ? here.filter(({ id }) => !seated.has(id)) : [],
    away: everybody.filter(({ away }) => away),
    moves: groups.length > 0 ? movesFor(groups, here, presence) : [],
    wishes: (await readWishes(db, gatheringId)).map((wish) => ({
      ...wish,
      participants: wish.people.flatMap((id) => byId.get(id) ?? []),
      kept: ids.length > 0 && isKept(wish, ids),
    })),
  };
};
