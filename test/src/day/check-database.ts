import pg from "pg";
import { boardIn } from "./device.js";
import { pulsesIn } from "./check-pictures.js";
import type { Day } from "./day.js";

interface Row {
  readonly id: string;
  readonly boardId: string;
  readonly kind: string;
  readonly body: string;
  readonly revision: number;
}

interface Stored {
  readonly cards: readonly Row[];
  readonly links: readonly { readonly fromId: string; readonly toId: string; readonly kind: string }[];
  readonly ballots: readonly {
    readonly choices: readonly { readonly ideaId: string; readonly dots: number }[];
  }[];
  readonly people: number;
}

/** What the database holds, read past the server. */
const storedOf = async ({ options, gatheringId }: Day): Promise<Stored> => {
  const db = new pg.Client({ connectionString: options.databaseUrl });
  await db.connect();
  const rows = async <T extends pg.QueryResultRow>(query: string): Promise<T[]> =>
    (await db.query<T>(query, [gatheringId])).rows;
  try {
    const cards = await rows<Row>(
      `SELECT id, board_id AS "boardId", upper(regexp_replace(kind, '([A-Z])', '_\\1', 'g')) AS kind,
        content ->> 'body' AS body, revision FROM contribution WHERE gathering_id = $1 AND withdrawn_at IS NULL`,
    );
    const links = await rows<Stored["links"][number]>(
      `SELECT l.from_id AS "fromId", l.to_id AS "toId", l.kind FROM contribution_link l
        JOIN contribution c ON c.id = l.from_id WHERE c.gathering_id = $1`,
    );
    const ballots = await rows<Stored["ballots"][number]>(
      "SELECT choices FROM ballot WHERE gathering_id = $1",
    );
    const counted = "SELECT sum(people)::int AS people FROM participant WHERE gathering_id = $1";
    const [there] = await rows<{ people: number }>(counted);
    return { cards, links, ballots, people: there?.people ?? 0 };
  } finally {
    await db.end();
  }
};

/** What differs between the database and what people were told, one line each. */
export const differencesFromDatabase = async (day: Day): Promise<string[]> => {
  const stored = await storedOf(day);
  return [...boards(day, stored), ...keptOnce(day, stored), ...recount(day, stored), ...tiles(day, stored)];
};

const line = (card: Omit<Row, "boardId">): string => `${card.id} ${card.kind} ${card.revision} ${card.body}`;

/** Each one's boards hold the cards that are stored, word for word. */
const boards = (day: Day, { cards }: Stored): string[] =>
  day.guests.flatMap((guest) =>
    (["UNIT", "CROSS"] as const).flatMap((arena) => {
      const { boardId } = guest.group(arena);
      const edges = boardIn(guest.device.cache, boardId)?.contributions.edges ?? [];
      const seen = edges.map(({ node }) => line(node));
      const kept = cards.filter((card) => card.boardId === boardId).map(line);
      return unlike(`${guest.who.name} on the ${arena} board`, seen, kept);
    }),
  );

/** Every card that was acknowledged is there, no other is, and no words stand twice. */
const keptOnce = ({ devices }: Day, { cards }: Stored): string[] => {
  const bodies = cards.map(({ body }) => body);
  const acknowledged = devices.flatMap((device) => device.cards);
  return [
    ...unlike(
      "cards",
      acknowledged,
      cards.map(({ id }) => id),
    ),
    ...unlike("words", bodies, [...new Set(bodies)]),
  ];
};

/** The leader's numbers against the ballots themselves. */
const recount = ({ leader, people }: Day, { ballots, links, people: there }: Stored): string[] => {
  const livesOn = new Map(
    links.filter(({ kind }) => kind === "mergedInto").map((link) => [link.fromId, link.toId]),
  );
  const dots = new Map<string, number>();
  for (const { choices } of ballots)
    for (const choice of choices) {
      const ideaId = livesOn.get(choice.ideaId) ?? choice.ideaId;
      dots.set(ideaId, (dots.get(ideaId) ?? 0) + choice.dots);
    }
  const [round] = leader.picture.voteRounds;
  const told = (round?.results ?? []).filter((result) => result.dots > 0);
  const voted = ballots.filter(({ choices }) => choices.length > 0).length;
  return [
    ...unlike(
      "the result",
      told.map((result) => `${result.ideaId} ${result.dots}`),
      [...dots].map((one) => one.join(" ")),
    ),
    ...unlike("those who voted", [`${round?.votedCount} of ${round?.voterCount}`], [`${voted} of ${there}`]),
    ...unlike(
      "those who are there",
      [`${leader.picture.headCount.people}`, `${people}`],
      [`${there}`, `${there}`],
    ),
  ];
};

/** The leader's tiles: cards by kind, and challenges that wait for an answer. */
const tiles = ({ leader, gatheringId }: Day, { cards, links }: Stored): string[] => {
  const answered = new Set(links.filter(({ kind }) => kind === "answers").map(({ toId }) => toId));
  return pulsesIn(leader.device.cache, gatheringId).flatMap((pulse) => {
    const here = cards.filter(({ boardId }) => boardId === pulse.boardId);
    const kinds = [...new Set(here.map(({ kind }) => kind))];
    const waiting = here.filter(({ id, kind }) => kind === "CHALLENGE" && !answered.has(id)).length;
    const told = pulse.cards.filter(({ count }) => count > 0).map(({ kind, count }) => `${kind} ${count}`);
    const kept = kinds.map((kind) => `${kind} ${here.filter((card) => card.kind === kind).length}`);
    return unlike("a tile", [...told, `unanswered ${pulse.unanswered}`], [...kept, `unanswered ${waiting}`]);
  });
};

const unlike = (what: string, told: readonly string[], kept: readonly string[]): string[] => {
  const [left, right] = [told.toSorted(), kept.toSorted()];
  const at = left.findIndex((one, i) => one !== right[i]);
  if (at < 0 && left.length === right.length) return [];
  return [`${what}: ${left.length} told, ${right.length} kept; ${left[at]} and ${right[at]}`];
};
