import type { Queryable } from "../../database/pool.js";
import { oneOf } from "../../database/together.js";
import { kindOf } from "../../live/presenter.js";
import type { ContributionKind, Language } from "../../kernel/words.js";
import type { Participant } from "../gatherings/index.js";
import type { Unit, UnitKind } from "../networks/index.js";
import type { LinkKind } from "./contribution-link.entity.js";
import type { Content, Contribution } from "./contribution.entity.js";

interface UnitFact {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly kind: UnitKind;
}

/** A card with all that is needed to show it to anybody, read in one question. */
export interface ContributionFact {
  readonly id: string;
  readonly boardId: string;
  readonly itemId: string | null;
  readonly kind: ContributionKind;
  readonly content: Content;
  readonly language: Language | null;
  readonly anonymous: boolean;
  readonly silent: boolean;
  readonly openedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly hiddenReason: string | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly revision: number;
  readonly personId: string;
  readonly author: {
    readonly id: string;
    readonly name: string;
    readonly people: number;
    readonly unit: UnitFact;
  };
  readonly unit: UnitFact;
  readonly links: readonly { readonly kind: LinkKind; readonly toId: string }[];
}

export const contributionKind = kindOf<ContributionFact>("contribution");

const unitJson = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'municipality', ${alias}.municipality, 'kind', ${alias}.kind)`;

/** The columns of a fact, over `contribution c`, `participant p`, `unit u` (the card's) and `unit pu` (the author's). */
export const FACT_COLUMNS = `
  c.id, c.board_id AS "boardId", c.item_id AS "itemId", c.kind, c.content, c.language, c.anonymous, c.silent,
  c.opened_at AS "openedAt", c.withdrawn_at AS "withdrawnAt", c.hidden_reason AS "hiddenReason", c.created_at AS "createdAt",
  c.edited_at AS "editedAt", c.revision, p.person_id AS "personId",
  json_build_object('id', p.id, 'name', p.name, 'people', p.people, 'unit', ${unitJson("pu")}) AS author,
  ${unitJson("u")} AS unit,
  coalesce((SELECT json_agg(json_build_object('kind', l.kind, 'toId', l.to_id) ORDER BY l.id)
    FROM contribution_link l WHERE l.from_id = c.id), '[]') AS links`;

export const FACT_TABLES = `
  contribution c JOIN participant p ON p.id = c.participant_id
  JOIN unit u ON u.id = c.unit_id JOIN unit pu ON pu.id = p.unit_id`;

/** Cards by id; those that do not exist are left out. */
export const loadContributions = async (
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, ContributionFact>> => {
  const { rows } = await db.query<ContributionFact>(
    `SELECT ${FACT_COLUMNS} FROM ${FACT_TABLES} WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((fact) => [fact.id, fact]));
};

/** A card that its author has just written: it speaks for their own unit. */
export const factOf = (
  card: Readonly<Contribution>,
  { id, personId, name, people }: Readonly<Participant>,
  unit: Readonly<Unit>,
  links: ContributionFact["links"],
): ContributionFact => ({ ...card, personId, author: { id, name, people, unit }, unit, links });

export const loadContribution = oneOf(loadContributions);
