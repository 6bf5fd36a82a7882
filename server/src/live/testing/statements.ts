import type { Pool, PoolClient } from "pg";

type Query = (query: unknown, ...rest: readonly unknown[]) => unknown;

const textOf = (query: unknown): string =>
  typeof query === "string" ? query : String((query as { text?: unknown }).text);

/** Everything that this pool's connections ask of Postgres from now on. */
const watch = (pool: Pool): string[] => {
  const seen: string[] = [];
  const known = new WeakSet<PoolClient>();
  pool.on("acquire", (client: PoolClient) => {
    if (known.has(client)) return;
    known.add(client);
    const plain = client.query.bind(client) as Query;
    const query: Query = (asked, ...rest) => {
      seen.push(textOf(asked));
      return plain(asked, ...rest);
    };
    client.query = query as typeof client.query;
  });
  return seen;
};

const watched = new WeakMap<Pool, string[]>();

/**
 * What a pool asks of Postgres: the texts of all statements while some work lasts, transactions' beginnings and ends
 * among them.
 */
export const countStatements = (pool: Pool) => {
  const seen = watched.get(pool) ?? watch(pool);
  watched.set(pool, seen);
  return async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    const from = seen.length;
    await work();
    return seen.slice(from);
  };
};
