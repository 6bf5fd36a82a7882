import type { Queryable } from "../../database/pool.js";
import type { Viewer } from "../../live/presenter.js";
import { Trail } from "./board.type.js";
import { loadContributions } from "./contribution.facts.js";
import { presentContribution } from "./contribution.presenter.js";
import type { LinkKind } from "./contribution-link.entity.js";

interface Step {
  fromId: string;
  toId: string;
  kind: LinkKind;
}

/** No trail is followed further than this from the card that was asked about. */
const FURTHEST = 12;

/** Back to what the card came from and on to what came of it, each way by itself: what else came of its origins is not its trail. */
const readSteps = async (db: Queryable, contributionId: string): Promise<Step[]> => {
  const { rows } = await db.query<Step>(
    `WITH RECURSIVE back AS (
       SELECT l.*, 1 AS depth FROM contribution_link l WHERE l.from_id = $1
       UNION SELECT l.*, b.depth + 1 FROM contribution_link l JOIN back b ON l.from_id = b.to_id WHERE b.depth < ${FURTHEST}
     ), onward AS (
       SELECT l.*, 1 AS depth FROM contribution_link l WHERE l.to_id = $1
       UNION SELECT l.*, o.depth + 1 FROM contribution_link l JOIN onward o ON l.to_id = o.from_id WHERE o.depth < ${FURTHEST}
     )
     SELECT DISTINCT from_id AS "fromId", to_id AS "toId", kind FROM (SELECT * FROM back UNION ALL SELECT * FROM onward) all_links`,
    [contributionId],
  );
  return rows;
};

/** The trail of a card with the cards this viewer may see; a link to a card they may not see is left out with it. */
export const readTrail = async (db: Queryable, contributionId: string, viewer: Viewer): Promise<Trail> => {
  const links = await readSteps(db, contributionId);
  const ids = new Set([contributionId, ...links.flatMap(({ fromId, toId }) => [fromId, toId])]);
  const facts = await loadContributions(db, [...ids]);
  const steps = [...facts.values()]
    .map((fact) => presentContribution(fact, viewer))
    .filter((card) => card !== null)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const seen = new Set(steps.map(({ id }) => id));
  return Object.assign(new Trail(), {
    steps,
    links: links.filter(({ fromId, toId }) => seen.has(fromId) && seen.has(toId)),
  });
};
