import { createDataSource } from "@ordskifte/server/database/data-source";
import { migrate } from "@ordskifte/server/database/migrate";
import { newId } from "@ordskifte/server/kernel/ids";
import { LogEntry } from "@ordskifte/server/live/log-entry.entity";
import { Receipt } from "@ordskifte/server/live/receipt.entity";
import { Stream } from "@ordskifte/server/live/stream.entity";
import type { DataSource } from "typeorm";
import { newDatabase, type Rig } from "../rig/contest.js";
import { atLeast, type Goal } from "../rig/goals.js";
import { median, ratio, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";
import { BenchNote, engine, leanStatement, TABLE, typeormTransaction, type Writer } from "../rig/writers.js";

const TURN_MS = 400;
const TURNS_A_REPETITION = 3;
const CLIENTS = [1, 64, 256];

const newStream = async (source: DataSource): Promise<string> => {
  const id = newId();
  await source.query("INSERT INTO stream (id, scope_id, epoch, head, floor) VALUES ($1, $1, 1, 0, 0)", [id]);
  return id;
};

/** Writes a second that were acknowledged, by clients of whom each waits for its own. */
const rate = async (writer: Writer, streamId: string, clients: number): Promise<number> => {
  let written = 0;
  const began = performance.now();
  const until = began + TURN_MS;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      await writer.write(streamId);
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return written / ((performance.now() - began) / 1_000);
};

/** The contenders take short turns, so that whatever else the machine does falls on all of them. The first is for warming. */
const measure = async (
  writers: readonly Writer[],
  source: DataSource,
  clients: number,
  turns: number,
): Promise<number[]> => {
  const streams = await Promise.all(writers.map(() => newStream(source)));
  const rates = writers.map((): number[] => []);
  for (let turn = 0; turn <= turns; turn++) {
    for (const [i, writer] of writers.entries()) {
      const measured = await rate(writer, streams[i] ?? "", clients);
      if (turn > 0) rates[i]?.push(measured);
    }
  }
  return rates.map(median);
};

const rowOf = (clients: number, [typeorm = 0, lean = 0, ours = 0]: readonly number[]): string[] => [
  whole(clients),
  whole(typeorm),
  whole(lean),
  whole(ours),
  ratio(ours / typeorm),
  ratio(ours / lean),
];

const goalsOf = (clients: number, [typeorm = 0, lean = 0, ours = 0]: readonly number[]): Goal[] => {
  if (clients === 1) return [atLeast("Of the lean statement, one client", ours / lean, 0.95)];
  if (clients < 256) return [];
  return [
    atLeast("Times a TypeORM transaction, 256 clients", ours / typeorm, 80),
    atLeast("Times the lean statement, 256 clients", ours / lean, 10),
  ];
};

/** The engine in this process, without GraphQL. */
export const durableCommit = async ({ postgresUrl, repetitions }: Rig): Promise<Result> => {
  const url = await newDatabase(postgresUrl);
  await migrate(url);
  const source = await createDataSource(url, [BenchNote, LogEntry, Receipt, Stream], 12).initialize();
  await source.query(TABLE);
  const writers = [typeormTransaction(source), leanStatement(url), engine(url, source)];
  const rows: string[][] = [];
  const goals: Goal[] = [];
  for (const clients of CLIENTS) {
    const rates = await measure(writers, source, clients, repetitions * TURNS_A_REPETITION);
    rows.push(rowOf(clients, rates));
    goals.push(...goalsOf(clients, rates));
  }
  for (const writer of writers.toReversed()) await writer.close();
  return {
    title: "4a. Durable writes on one board, the engine alone",
    about:
      "Acknowledged writes a second by clients of whom each waits for its own. Every contender leaves the same rows: note, number, log entry, receipt. One client waits for one flush of the disk a write; many share it (group commit), until making the statement costs more than writing it.",
    columns: ["clients", "TypeORM transaction", "lean statement", "Ordskifte", "× TypeORM", "× lean"],
    rows,
    goals,
  };
};
