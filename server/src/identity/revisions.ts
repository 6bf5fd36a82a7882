import type { DataSource } from "typeorm";

/** A session that ended, or whose person may do less than before. */
export interface Revision {
  readonly sessionId: string;
  readonly ended: boolean;
  /** When, by the database's clock; tells two revisions of a session apart. */
  readonly at: string;
}

/** Both ways to learn of a revision, from the writer and from the table, must name it the same. */
const AS_REVISION = `id AS "sessionId", ended_at IS NOT NULL AS ended, extract(epoch FROM revised_at)::text AS at`;

export const END = `UPDATE session SET ended_at = clock_timestamp(), revised_at = clock_timestamp()`;
export const REVISE = `UPDATE session SET revised_at = clock_timestamp()`;

/** Ends or revises those sessions that have not ended and that the condition on `$1` names; answers them. */
export const change = async (
  db: Pick<DataSource, "query">,
  what: typeof END | typeof REVISE,
  where: "id = $1" | "person_id = $1",
  id: string,
): Promise<Revision[]> => {
  const [rows] = await db.query<[Revision[], number]>(
    `${what} WHERE ${where} AND ended_at IS NULL RETURNING ${AS_REVISION}`,
    [id],
  );
  return rows;
};

/** Longer than a transaction takes from its writing to its end: one that ends late is found all the same. */
const LATE = "30 seconds";
const NEWER = `SELECT now()::text AS now, coalesce((SELECT json_agg(r) FROM
  (SELECT ${AS_REVISION} FROM session WHERE revised_at > coalesce($1::timestamptz, now()) - interval '${LATE}') r), '[]') AS revisions`;

const EVERY_MS = 1_000;

export interface RevisionWatchOptions {
  readonly source: DataSource;
  /** Told what was found, the same revision again and again for a while, and when it was asked for (`performance.now`). */
  readonly hear: (revisions: readonly Revision[], askedAt: number) => void;
  readonly onError?: (error: unknown) => void;
  /** Milliseconds. */
  readonly every?: number;
}

/** SESSION1: asks once a second what other nodes have done to sessions. It waits for no hint, so none can be lost. */
export class RevisionWatch {
  private readonly timer: NodeJS.Timeout;
  private since: string | null = null;
  private asking: Promise<void> | null = null;

  constructor(private readonly options: RevisionWatchOptions) {
    this.timer = setInterval(() => void this.look(), options.every ?? EVERY_MS).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.asking;
  }

  private look(): Promise<void> {
    const { onError = () => undefined } = this.options;
    this.asking ??= this.ask()
      .catch(onError)
      .finally(() => (this.asking = null));
    return this.asking;
  }

  /** By the database's clock alone: a node's own may be off. */
  private async ask(): Promise<void> {
    const { source, hear } = this.options;
    const askedAt = performance.now();
    const [found] = await source.query<[{ now: string; revisions: Revision[] }]>(NEWER, [this.since]);
    this.since = found.now;
    hear(found.revisions, askedAt);
  }
}
