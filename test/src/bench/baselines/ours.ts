import { startServer, type RunningServer } from "@ordskifte/server/server";
import { answerCalls, watchSockets } from "../rig/answers.js";
import { countStatements, statements } from "../rig/statements.js";
import { BenchHall, type Seed } from "./ours-hall.js";
import { OneBoard } from "./ours-one-board.js";

/** Our own server as it is run, with a door for the bench: what is seeded, and what is counted afterwards. */
let server: RunningServer;
let hall: BenchHall;
const oneBoard = new OneBoard();

interface Start {
  readonly databaseUrl: string;
  readonly port?: number;
  /** Events come from the bench itself, not from the log: for fan-out alone. */
  readonly ownFeed?: boolean;
}

const start = async ({ databaseUrl, port = 0, ownFeed = false }: Start) => {
  watchSockets();
  countStatements();
  server = await startServer({
    settings: {
      databaseUrl,
      port,
      host: "127.0.0.1",
      demo: false,
      logLevel: "error",
      spreadMs: 0,
      // Who measures writes more than a person does.
      writesAMinute: 0,
    },
    prepare: async (app) => void (ownFeed && Object.assign(app, { feed: oneBoard })),
  });
  return { port: server.port };
};

const seed = async (given: Seed) => {
  hall = await BenchHall.seed(server.app, given);
  return hall.told;
};

answerCalls({
  start,
  seed,
  prepareCard: async ({ boardId, body }: { boardId: string; body: string }) =>
    oneBoard.take(await hall.card(boardId, body)),
  saturate: ({ forMs }: { forMs: number }) => oneBoard.saturate(forMs),
  statements,
  subscribers: () => server.app.feed.subscriberCount(),
  openRound: () => hall.openRound(),
  recount: ({ roundId }: { roundId: string }) => hall.recount(roundId),
});
