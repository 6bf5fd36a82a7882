import pg from "pg";
import type { FaultKind } from "./history.js";
import { runChaos, type Plan } from "./run.js";

/** A run from which one thing is taken that the engine rests upon, and what the checker must find for it. */
export interface Control {
  readonly name: string;
  readonly plan: Partial<Plan>;
  readonly finds: readonly FaultKind[];
}

const small: Omit<Plan, "seed"> = {
  nodes: 1,
  boards: 1,
  writers: 4,
  readers: 3,
  writes: 50,
  faults: {},
  lostReplies: 0,
  losesHints: false,
  clockOffMs: 0,
};

/** Otherwise the log reaches the disk every 200 ms all the same, and it takes luck to lose something. */
const writeLate = async (url: string): Promise<void> => {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query("ALTER SYSTEM SET wal_writer_delay = '10s'");
  await db.query("SELECT pg_reload_conf()");
  // What is to be lost are the writes, not the hall that they are written in.
  await db.query("CHECKPOINT");
  await db.end();
};

/** What is lost reaches no reader, however long one waits. */
const NO_LONGER_MS = 2_000;

export const CONTROLS: readonly Control[] = [
  {
    name: "without receipts what was sent again is done again",
    plan: { leavesOut: "receipts", lostReplies: 0.3, sentAgain: 0.5 },
    finds: ["twice", "answered-differently"],
  },
  {
    name: "where hints are lost and nobody asks for heads, readers stay behind",
    plan: { leavesOut: "polls", losesHints: true, healPatienceMs: NO_LONGER_MS },
    finds: ["gap"],
  },
  {
    name: "with synchronous_commit off what was answered is gone with the database",
    plan: {
      writes: 80,
      leavesOut: "flushes",
      faults: { "kill database": 1 },
      prepareDatabase: writeLate,
      healPatienceMs: NO_LONGER_MS,
    },
    finds: ["lost"],
  },
];

/** What the checker should have found and did not. */
export const missedBy = async ({ plan, finds }: Control, seed: number): Promise<readonly FaultKind[]> => {
  const { faults } = await runChaos({ ...small, seed, ...plan });
  const found = new Set(faults.map(({ kind }) => kind));
  return finds.filter((kind) => !found.has(kind));
};
