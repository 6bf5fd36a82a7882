import pg from "pg";
import { describe, expect, it } from "vitest";
import { createTestDatabase } from "@ordskifte/server/database/testing/test-database";
import { check } from "./checker.js";
import { CONTROLS, missedBy } from "./controls.js";
import type { Event, Intent } from "./history.js";

/** The checker is worth nothing where it finds no faults in what is faulty: `npm run chaos -- --controls 5` tries more seeds. */
describe("the checker finds faults", { timeout: 10 * 60_000 }, () => {
  it.each(CONTROLS)("$name", async (control) => {
    expect(await missedBy(control, 5)).toEqual([]);
  });
});

type Column = "id" | "at";

const SCHEMA = `CREATE TABLE stream_head (head bigint NOT NULL);
  INSERT INTO stream_head VALUES (0);
  CREATE TABLE event (id bigserial PRIMARY KEY, at bigint NOT NULL DEFAULT extract(epoch FROM now()) * 1000000,
    card text NOT NULL)`;

/** Two writers, the first of whom commits last; and a reader who asks for what is newer than what it has seen. */
class TwoWriters {
  private readonly history: Event[] = [];
  private cursor = 0;

  constructor(
    private readonly connections: readonly [pg.Client, pg.Client, pg.Client],
    private readonly column: Column,
    private readonly locks: boolean,
  ) {}

  async carryOut(): Promise<readonly Event[]> {
    const [first, second] = this.connections;
    this.history.push({ type: "snapshot", reader: "reader", stream: "board", cursor: "1.0", cards: [] });
    const early = await this.begin(first, "early");
    const late = this.begin(second, "late").then((seq) => this.commit(second, "late", seq));
    // Under a lock the later writer waits for the earlier one; without it, it is read first.
    if (!this.locks) await late;
    await this.read();
    await this.commit(first, "early", early);
    await late;
    await this.read();
    return this.history;
  }

  private async begin(db: pg.Client, card: string): Promise<string> {
    const write: Intent = {
      verb: "post",
      id: card,
      client: card,
      stream: "board",
      card,
      mark: card,
      cause: null,
    };
    this.history.push({ type: "invoked", write });
    await db.query("BEGIN");
    if (this.locks) await db.query("UPDATE stream_head SET head = head + 1");
    const { rows } = await db.query<Record<Column, string>>(
      "INSERT INTO event (card) VALUES ($1) RETURNING id, at",
      [card],
    );
    return rows[0]?.[this.column] ?? "";
  }

  private async commit(db: pg.Client, card: string, seq: string): Promise<void> {
    await db.query("COMMIT");
    this.history.push({ type: "answered", id: card, answer: { done: true, cursor: `1.${seq}` } });
  }

  private async read(): Promise<void> {
    const { rows } = await this.connections[2].query<{ seq: string; card: string }>(
      `SELECT ${this.column} AS seq, card FROM event WHERE ${this.column} > $1 ORDER BY 1`,
      [this.cursor],
    );
    const last = rows.at(-1);
    if (!last) return;
    this.cursor = Number(last.seq);
    const changes = rows.map(({ card }) => ({
      type: "put" as const,
      seen: { card, revision: 1, mark: card, to: [] },
    }));
    this.history.push({ type: "frame", reader: "reader", stream: "board", cursor: `1.${last.seq}`, changes });
  }
}

const historyWith = async (column: Column, locks: boolean): Promise<readonly Event[]> => {
  const database = await createTestDatabase();
  const connect = (): pg.Client => new pg.Client({ connectionString: database.url });
  const connections = [connect(), connect(), connect()] as const;
  try {
    for (const db of connections) await db.connect();
    await connections[2].query(SCHEMA);
    return await new TwoWriters(connections, column, locks).carryOut();
  } finally {
    await Promise.all(connections.map((db) => db.end()));
    await database.drop();
  }
};

describe("a cursor that is not given under the stream's lock", () => {
  it("loses an event where it is a global sequence", async () => {
    expect(check(await historyWith("id", false)).map(({ kind }) => kind)).toContain("gap");
  });

  it("loses an event where it is a timestamp", async () => {
    expect(check(await historyWith("at", false)).map(({ kind }) => kind)).toContain("gap");
  });

  it("loses nothing once the lock orders the commits", async () => {
    expect(check(await historyWith("id", true))).toEqual([]);
  });
});
