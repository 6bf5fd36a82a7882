import type { Queryable } from "../../database/pool.js";
import { isUuid } from "../../kernel/ids.js";
import { toPage, type Page } from "../../kernel/connections.js";
import type { ContributionKind } from "../../kernel/words.js";
import type { Viewer } from "../../live/presenter.js";
import { FACT_COLUMNS, FACT_TABLES, type ContributionFact } from "./contribution.facts.js";
import { presentContribution } from "./contribution.presenter.js";
import type { Card } from "./contribution.type.js";

/** Which cards are asked for; a part that is missing leaves out nothing. */
export interface CardFilter {
  readonly gatheringId: string;
  readonly boardId?: string | null | undefined;
  readonly itemId?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly theme?: string | null | undefined;
  readonly kinds?: readonly ContributionKind[] | null | undefined;
  readonly search?: string | null | undefined;
}

/** A growing list of conditions with their values. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** `?` in the text stands for the value. */
  add(text: string, value: unknown): this {
    this.parts.push(text.replaceAll("?", `$${this.values.push(value)}`));
    return this;
  }

  addIf(text: string, value: unknown): this {
    return value === null || value === undefined ? this : this.add(text, value);
  }

  toString(): string {
    return this.parts.join(" AND ");
  }
}

/** The same rule as the presenter's, for counting and paging in SQL. */
const seenBy = (conditions: Conditions, { personId, mayLead }: Viewer): Conditions =>
  conditions
    .add("c.withdrawn_at IS NULL AND (NOT c.silent OR p.person_id = ?)", personId)
    .add(mayLead ? "?::uuid IS NOT NULL" : "(c.hidden_reason IS NULL OR p.person_id = ?)", personId);

const conditionsOf = (filter: CardFilter, viewer: Viewer): Conditions => {
  const conditions = new Conditions().add("c.gathering_id = ?", filter.gatheringId);
  return seenBy(conditions, viewer)
    .addIf("c.board_id = ?", filter.boardId)
    .addIf("c.item_id = ?", filter.itemId)
    .addIf("NOT c.anonymous AND c.unit_id = ?", filter.unitId)
    .addIf("lower(c.content ->> 'theme') = lower(?)", filter.theme)
    .addIf("c.kind = ANY(?::text[])", filter.kinds)
    .addIf(
      "to_tsvector('norwegian', concat_ws(' ', c.content ->> 'title', c.content ->> 'body')) @@ websearch_to_tsquery('norwegian', ?)",
      filter.search,
    );
};

interface PlacedFact extends ContributionFact {
  /** When it was posted, in microseconds: as exactly as Postgres keeps it and JavaScript does not. */
  readonly at: string;
}

const PLACED_COLUMNS = `${FACT_COLUMNS}, (extract(epoch FROM c.created_at) * 1000000)::bigint AS at`;
const AFTER = `(c.created_at, c.id) >
  (timestamptz 'epoch' + (?::jsonb ->> 0)::bigint * interval '1 microsecond', (?::jsonb ->> 1)::uuid)`;

const encodePlace = ({ at, id }: PlacedFact): string =>
  Buffer.from(JSON.stringify([at, id])).toString("base64url");

/** A place as JSON; null for anything that is not a place of ours: the list then begins at its beginning. */
const decodePlace = (text: string | null | undefined): string | null => {
  try {
    const place: unknown = JSON.parse(Buffer.from(text ?? "", "base64url").toString());
    const [at, id] = Array.isArray(place) ? (place as unknown[]) : [];
    const isOurs = typeof at === "string" && /^\d{1,16}$/.test(at) && typeof id === "string" && isUuid(id);
    return isOurs ? JSON.stringify([at, id]) : null;
  } catch {
    return null;
  }
};

const readPlaced = async (
  db: Queryable,
  conditions: Conditions,
  place: string | null,
  most: number,
): Promise<PlacedFact[]> => {
  conditions.addIf(AFTER, place);
  const { rows } = await db.query<PlacedFact>(
    `SELECT ${PLACED_COLUMNS} FROM ${FACT_TABLES} WHERE ${conditions.toString()}
     ORDER BY c.created_at, c.id LIMIT ${most}`,
    conditions.values,
  );
  return rows;
};

const countCards = async (db: Queryable, conditions: Conditions): Promise<number> => {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${FACT_TABLES} WHERE ${conditions.toString()}`,
    conditions.values,
  );
  return rows[0]?.count ?? 0;
};

export interface CardPageInput {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of the cards this viewer may see, oldest first. */
export const readCards = async (
  db: Queryable,
  filter: CardFilter,
  viewer: Viewer,
  { first, after }: CardPageInput,
): Promise<Page<Card>> => {
  const place = decodePlace(after);
  const facts = await readPlaced(db, conditionsOf(filter, viewer), place, first + 1);
  const isWhole = place === null && facts.length <= first;
  const total = isWhole ? facts.length : await countCards(db, conditionsOf(filter, viewer));
  const { edges, ...page } = toPage(facts, first, total, encodePlace);
  const shown = edges.map(({ cursor, node }) => ({ cursor, node: presentContribution(node, viewer) }));
  return {
    ...page,
    edges: shown.filter((edge): edge is { cursor: string; node: Card } => edge.node !== null),
  };
};
