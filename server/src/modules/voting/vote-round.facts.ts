import type { Queryable } from "../../database/pool.js";
import { allOf, oneOf } from "../../database/together.js";
import { kindOf } from "../../live/presenter.js";
import { type Language, RoundState } from "../../kernel/words.js";
import { VotePer } from "../gatherings/index.js";
import { LinkKind } from "../boards/index.js";
import type { BallotChoice } from "./ballot.entity.js";

export interface BallotFact {
  readonly id: string;
  readonly roundId: string;
  readonly personId: string;
  readonly voter: number;
  readonly choices: readonly BallotChoice[];
}

interface RoundRow {
  readonly id: string;
  readonly title: string;
  readonly itemId: string | null;
  readonly budget: number;
  readonly maxPerIdea: number;
  readonly per: VotePer;
  readonly state: RoundState;
  readonly votedCount: number;
  readonly voterCount: number;
}

interface CandidateFact {
  readonly ideaId: string;
  readonly body: string;
  readonly language: Language | null;
  readonly boardTitle: string;
}

interface ResultFact {
  readonly ideaId: string;
  readonly dots: number;
  readonly voters: number;
  readonly place: number;
}

/** A round with all that is needed to show it to anybody. Totals are not even read before they are revealed. */
export interface RoundFact extends RoundRow {
  readonly candidates: readonly CandidateFact[];
  readonly results: readonly ResultFact[] | null;
  readonly ballots: readonly BallotFact[];
}

/** Those present, or their units; never fewer than have voted, since some may have left since the totals were revealed. */
const VOTER_COUNT = `greatest(r.voted_count, (SELECT CASE r.per WHEN '${VotePer.UNIT}' THEN g.units_present ELSE g.people END FROM gathering g WHERE g.id = r.gathering_id))::int`;

/** Over `vote_candidate v` and `contribution c`: what can be seen and stands for itself. */
const STANDS = `c.withdrawn_at IS NULL AND c.hidden_reason IS NULL AND NOT c.silent
  AND NOT EXISTS (SELECT 1 FROM contribution_link l WHERE l.from_id = c.id AND l.kind = '${LinkKind.MERGED_INTO}')`;

const readRounds = async (db: Queryable, ids: readonly string[]): Promise<RoundRow[]> => {
  const { rows } = await db.query<RoundRow>(
    `SELECT r.id, r.title, r.item_id AS "itemId", r.budget, r.max_per_idea AS "maxPerIdea", r.per, r.state,
       r.voted_count AS "votedCount", ${VOTER_COUNT} AS "voterCount"
     FROM vote_round r WHERE r.id = ANY($1::uuid[]) ORDER BY r.opened_at, r.id`,
    [ids],
  );
  return rows;
};

const readCandidates = async (
  db: Queryable,
  roundIds: readonly string[],
): Promise<Map<string, CandidateFact[]>> => {
  const { rows } = await db.query<CandidateFact & { roundId: string }>(
    `SELECT v.round_id AS "roundId", c.id AS "ideaId", c.content ->> 'body' AS body, c.language, b.title AS "boardTitle"
     FROM vote_candidate v JOIN contribution c ON c.id = v.contribution_id JOIN board b ON b.id = c.board_id
     WHERE v.round_id = ANY($1::uuid[]) AND ${STANDS} ORDER BY v.round_id, v.position`,
    [roundIds],
  );
  return byRound(rows, ({ ideaId, body, language, boardTitle }) => ({ ideaId, body, language, boardTitle }));
};

/** Dots on an idea that was merged go with it to the one it lives on in. */
const RESULTS = `
  WITH RECURSIVE home AS (
    SELECT v.round_id, v.contribution_id AS from_id, v.contribution_id AS at_id
    FROM vote_candidate v JOIN vote_round r ON r.id = v.round_id WHERE r.id = ANY($1::uuid[]) AND r.state = '${RoundState.REVEALED}'
    UNION SELECT h.round_id, h.from_id, l.to_id FROM home h JOIN contribution_link l ON l.from_id = h.at_id AND l.kind = '${LinkKind.MERGED_INTO}'
  ), cast_dots AS (
    SELECT b.round_id, b.id AS ballot_id, (x.choice ->> 'ideaId')::uuid AS idea_id, (x.choice ->> 'dots')::int AS dots
    FROM ballot b, jsonb_array_elements(b.choices) AS x(choice) WHERE b.round_id = ANY($1::uuid[])
  ), totals AS (
    SELECT v.round_id, v.contribution_id AS idea_id, v.position, coalesce(sum(d.dots), 0)::int AS dots, count(DISTINCT d.ballot_id)::int AS voters
    FROM vote_candidate v JOIN contribution c ON c.id = v.contribution_id
    JOIN home h ON h.round_id = v.round_id AND h.at_id = v.contribution_id
    LEFT JOIN cast_dots d ON d.round_id = v.round_id AND d.idea_id = h.from_id
    WHERE ${STANDS} GROUP BY v.round_id, v.contribution_id, v.position
  )
  SELECT round_id AS "roundId", idea_id AS "ideaId", dots, voters, rank() OVER (PARTITION BY round_id ORDER BY dots DESC)::int AS place
  FROM totals ORDER BY round_id, dots DESC, position`;

const readResults = async (
  db: Queryable,
  roundIds: readonly string[],
): Promise<Map<string, ResultFact[]>> => {
  const { rows } = await db.query<ResultFact & { roundId: string }>(RESULTS, [roundIds]);
  return byRound(rows, ({ ideaId, dots, voters, place }) => ({ ideaId, dots, voters, place }));
};

/** Whose a ballot is: the one at whose device it was cast, or everybody of its unit. Over `ballot b`. */
const OWNED_BALLOTS = `
  SELECT b.*, p.person_id FROM ballot b JOIN participant p ON p.id = b.participant_id WHERE b.unit_id IS NULL
  UNION ALL
  SELECT b.*, p.person_id FROM ballot b JOIN participant p ON p.gathering_id = b.gathering_id AND p.unit_id = b.unit_id
    AND p.removed_at IS NULL WHERE b.unit_id IS NOT NULL`;

/** Everybody's, or those of some people. */
const readBallots = async (
  db: Queryable,
  roundIds: readonly string[],
  personIds: readonly string[] | null,
): Promise<Map<string, BallotFact[]>> => {
  const { rows } = await db.query<BallotFact>(
    `SELECT b.id, b.round_id AS "roundId", b.person_id AS "personId", b.voter, b.choices FROM (${OWNED_BALLOTS}) b
     WHERE b.round_id = ANY($1::uuid[]) AND ($2::uuid[] IS NULL OR b.person_id = ANY($2)) ORDER BY b.round_id, b.voter, b.id`,
    [roundIds, personIds],
  );
  return byRound(rows, (ballot) => ballot);
};

const byRound = <Row extends { roundId: string }, T>(
  rows: readonly Row[],
  take: (row: Row) => T,
): Map<string, T[]> => {
  const lists = new Map<string, T[]>();
  for (const row of rows) {
    const list = lists.get(row.roundId) ?? [];
    lists.set(row.roundId, list);
    list.push(take(row));
  }
  return lists;
};

/** Rounds by id, oldest first, with everybody's ballots or some people's; those that do not exist are left out. */
export const loadRounds = async (
  db: Queryable,
  ids: readonly string[],
  personIds: readonly string[] | null = null,
): Promise<Map<string, RoundFact>> => {
  const rounds = await readRounds(db, ids);
  if (rounds.length === 0) return new Map();
  const candidates = await readCandidates(db, ids);
  const revealed = rounds.filter(({ state }) => state === RoundState.REVEALED).map(({ id }) => id);
  const results = revealed.length > 0 ? await readResults(db, revealed) : new Map<string, ResultFact[]>();
  const ballots = await readBallots(db, ids, personIds);
  const factOf = (round: RoundRow): RoundFact => ({
    ...round,
    candidates: candidates.get(round.id) ?? [],
    results: round.state === RoundState.REVEALED ? (results.get(round.id) ?? []) : null,
    ballots: ballots.get(round.id) ?? [],
  });
  return new Map(rounds.map((round) => [round.id, factOf(round)]));
};

/** A round with the ballots of one person. */
export const loadRoundFor = (db: Queryable, roundId: string, personId: string): Promise<RoundFact | null> =>
  loadRoundOf(db, `${roundId}/${personId}`);

/** Whoever asks at the same moment shares the questions; whose the ballots are is for `presentRound` to look at. */
const loadRoundOf = oneOf(async (db, keys) => {
  const pairs = keys.map((key) => key.split("/") as [string, string]);
  const [roundIds, personIds] = [0, 1].map((part) => [...new Set(pairs.map((pair) => pair[part] as string))]);
  const rounds = await loadRounds(db, roundIds as string[], personIds);
  const found = pairs.map(([roundId], i) => [keys[i] as string, rounds.get(roundId)] as const);
  return new Map(found.filter((entry): entry is readonly [string, RoundFact] => entry[1] !== undefined));
});

const readRoundIds = allOf(async (db, gatheringId) => {
  const { rows } = await db.query<{ id: string }>(
    "SELECT id FROM vote_round WHERE gathering_id = $1 ORDER BY opened_at, id",
    [gatheringId],
  );
  return rows.map(({ id }) => id);
});

/** The rounds of a gathering, oldest first, with the ballots of one person. */
export const readRoundsFor = async (
  db: Queryable,
  gatheringId: string,
  personId: string,
): Promise<RoundFact[]> => {
  const ids = await readRoundIds(db, gatheringId);
  const rounds = await Promise.all(ids.map((id) => loadRoundFor(db, id, personId)));
  return rounds.filter((round) => round !== null);
};

export interface CountFact {
  readonly votedCount: number;
  readonly voterCount: number;
}

export const votesKind = kindOf<CountFact>("votes");

/** How many have voted, and could, by round. */
export const loadCounts = async (db: Queryable, ids: readonly string[]): Promise<Map<string, CountFact>> => {
  const rounds = await readRounds(db, ids);
  return new Map(rounds.map(({ id, votedCount, voterCount }) => [id, { votedCount, voterCount }]));
};

/** The rounds that each of these ideas is a candidate of. */
export const loadRoundsOfIdeas = async (
  db: Queryable,
  ideaIds: readonly string[],
): Promise<Map<string, RoundFact[]>> => {
  const { rows } = await db.query<{ ideaId: string; roundId: string }>(
    `SELECT contribution_id AS "ideaId", round_id AS "roundId" FROM vote_candidate WHERE contribution_id = ANY($1::uuid[])`,
    [ideaIds],
  );
  const rounds = await loadRounds(db, [...new Set(rows.map(({ roundId }) => roundId))]);
  const ofIdea = (ideaId: string): RoundFact[] =>
    rows
      .flatMap((row) => (row.ideaId === ideaId ? [rounds.get(row.roundId)] : []))
      .filter((round) => round !== undefined);
  return new Map(ideaIds.map((ideaId) => [ideaId, ofIdea(ideaId)]));
};

/** A ballot, and the people whose it is. */
export interface OwnedBallot {
  readonly ballot: Omit<BallotFact, "personId">;
  readonly personIds: readonly string[];
}

export const ballotKind = kindOf<OwnedBallot>("ballot");

export const loadBallots = async (
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, OwnedBallot>> => {
  const { rows } = await db.query<OwnedBallot["ballot"] & Pick<OwnedBallot, "personIds">>(
    `SELECT b.id, b.round_id AS "roundId", b.voter, b.choices, array_agg(b.person_id) AS "personIds"
     FROM (${OWNED_BALLOTS}) b WHERE b.id = ANY($1::uuid[]) GROUP BY b.id, b.round_id, b.voter, b.choices`,
    [ids],
  );
  return new Map(rows.map(({ personIds, ...ballot }) => [ballot.id, { ballot, personIds }]));
};
