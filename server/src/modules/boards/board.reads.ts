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

type Place = readonly [at: string, id: string];
const encodePlace = (card: Pick<Card, "createdAt" | "id">): string =>
  Buffer.from(JSON.stringify([card.createdAt.toISOString(), card.id])).toString("base64url");

/** Null for anything that is not a place of ours: the list then begins at its beginning. */
const decodePlace = (text: string | null | undefined): Place | null => {
  try {
    const place: unknown = JSON.parse(Buffer.from(text ?? "", "base64url").toString());
    const [at, id] = Array.isArray(place) ? (place as unknown[]) : [];
    return typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof id === "string" && isUuid(id)
      ? [at, id]
      : null;
  } catch {
    return null;
  }
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
  const conditions = conditionsOf(filter, viewer);
  const counted = await db.query<{ count: string }>(
    `SELECT count(*) FROM ${FACT_TABLES} WHERE ${conditions.toString()}`,
    conditions.values,
  );
  const place = decodePlace(after);
  if (place)
    conditions.add(
      "(date_trunc('milliseconds', c.created_at), c.id) > ((?::jsonb ->> 0)::timestamptz, (?::jsonb ->> 1)::uuid)",
      JSON.stringify(place),
    );
  const { rows } = await db.query<ContributionFact>(
    `SELECT ${FACT_COLUMNS} FROM ${FACT_TABLES} WHERE ${conditions.toString()}
     ORDER BY date_trunc('milliseconds', c.created_at), c.id LIMIT ${first + 1}`,
    conditions.values,
  );
  const cards = rows.map((fact) => presentContribution(fact, viewer)).filter((card) => card !== null);
  return toPage(cards, first, Number(counted.rows[0]?.count ?? 0), encodePlace);
};
