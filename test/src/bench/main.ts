import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDataSource } from "@ordskifte/server/database/data-source";
import { startEmbeddedPostgres } from "@ordskifte/server/database/embedded";
import { migrate } from "@ordskifte/server/database/migrate";
import { newId } from "@ordskifte/server/kernel/ids";
import { LogEntry } from "@ordskifte/server/live/log-entry.entity";
import { Receipt } from "@ordskifte/server/live/receipt.entity";
import { Stream } from "@ordskifte/server/live/stream.entity";
import type { DataSource } from "typeorm";
import { BenchNote, engine, leanStatement, TABLE, typeormTransaction, type Contender } from "./contenders.js";

/** `node test/dist/bench/main.js [turns]`: durable writes a second on one stream, with fsync on. Medians of the turns. */
const [turns = 9] = process.argv.slice(2).map(Number);
const TURN_MS = 400;
const CLIENTS = [1, 64, 256];

const newStream = async (source: DataSource): Promise<string> => {
  const id = newId();
  await source.query("INSERT INTO stream (id, scope_id, epoch, head, floor) VALUES ($1, $1, 1, 0, 0)", [id]);
  return id;
};

/** Writes that were acknowledged in the given time, by clients of whom each waits for its own. */
const writesIn = async (
  contender: Contender,
  streamId: string,
  clients: number,
  ms: number,
): Promise<number> => {
  let written = 0;
  const until = performance.now() + ms;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      await contender.write(streamId);
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return written;
};

const rate = async (contender: Contender, streamId: string, clients: number): Promise<number> => {
  const began = performance.now();
  const written = await writesIn(contender, streamId, clients, TURN_MS);
  return written / ((performance.now() - began) / 1_000);
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Contenders take short turns, so that whatever else the machine does falls on all of them. */
const measure = async (
  contenders: readonly Contender[],
  source: DataSource,
  clients: number,
): Promise<number[]> => {
  const streams = await Promise.all(contenders.map(() => newStream(source)));
  const rates = contenders.map((): number[] => []);
  for (let turn = 0; turn <= turns; turn++) {
    for (const [i, contender] of contenders.entries()) {
      const measured = await rate(contender, streams[i] ?? "", clients);
      if (turn > 0) rates[i]?.push(measured);
    }
  }
  return rates.map(median);
};

const dataDir = await mkdtemp(join(tmpdir(), "ordskifte-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
try {
  await migrate(postgres.url);
  const source = await createDataSource(
    postgres.url,
    [BenchNote, LogEntry, Receipt, Stream],
    12,
  ).initialize();
  await source.query(TABLE);
  const contenders = [typeormTransaction(source), leanStatement(postgres.url), engine(postgres.url, source)];
  for (const clients of CLIENTS) {
    const rates = await measure(contenders, source, clients);
    const lean = rates[1] ?? 0;
    const cells = contenders.map(
      ({ name }, i) => `${name} ${Math.round(rates[i] ?? 0)}/s (${((rates[i] ?? 0) / lean).toFixed(2)})`,
    );
    process.stdout.write(`${clients} clients: ${cells.join(", ")}\n`);
  }
  for (const contender of contenders.toReversed()) await contender.close();
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
