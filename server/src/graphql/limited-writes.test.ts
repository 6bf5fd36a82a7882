import { PostContributionDocument } from "@ordskifte/schema";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CodedError } from "../kernel/errors.js";
import { newId } from "../kernel/ids.js";
import { WriteLimit } from "../kernel/write-limit.js";
import type { RunningServer } from "../server.js";
import { type Somebody, World } from "../testing/world.js";
import { askOverHttp, askOverSocket, post as ask, type Answered } from "./testing/callers.js";
import { startTestServer } from "./testing/test-server.js";

const POST = `mutation ($input: PostContributionInput!) { postContribution(input: $input) { __typename } }`;

let server: RunningServer;
/** Stands still until it is moved, however slow the machine is. */
const clock = { now: 0 };
beforeAll(async () => {
  server = await startTestServer();
  const writes = new WriteLimit({ aMinute: 60, atOnce: 200 }, () => clock.now);
  Object.assign(server.app, { writes });
});
afterAll(() => server.stop());

let vandal: Somebody;
let neighbour: Somebody;
let boardId: string;
beforeEach(async () => {
  const world = await World.create(server.app.source);
  [vandal, neighbour] = [await world.addParticipant(), await world.addParticipant()];
  boardId = (await world.addGroup(vandal, neighbour)).board.id;
});

const WAYS = { "over HTTP": askOverHttp, "over the socket": askOverSocket };
type Way = (typeof WAYS)[keyof typeof WAYS];

const tokenOf = async ({ actor }: Somebody): Promise<string> =>
  (await server.app.identity.startSession(actor.personId)).token;

const post = (way: Way, token: string, id = newId()): Promise<Answered> => {
  const input = { clientMutationId: id, boardId, kind: "REFLECTION", body: "Ord" };
  return way({ port: server.port, token }, { query: POST, variables: { input } });
};

const spendAll = ({ actor }: Somebody): void => {
  try {
    for (;;) server.app.writes.spend(actor.personId);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
  }
};

const DONE = { data: { postContribution: { __typename: "BoardWritten" } } };
const waitIn = ({ errors }: Answered): number => {
  const { code, retryAfterMs } = errors?.[0]?.extensions ?? {};
  expect(code).toBe("TOO_MANY_WRITES");
  return retryAfterMs as number;
};

describe.each(Object.entries(WAYS))("[LIMIT1] somebody who writes without end, %s", (_, way) => {
  it("is told how long to wait, and the same write stands once when it is sent again", async () => {
    const [token, id] = [await tokenOf(vandal), newId()];
    spendAll(vandal);
    const refused = await post(way, token, id);
    clock.now += waitIn(refused);
    expect(await post(way, token, id)).toEqual(DONE);
    const { rows } = await server.app.pool.query("SELECT id FROM contribution WHERE board_id = $1", [
      boardId,
    ]);
    expect(rows).toEqual([{ id }]);
  });

  it("takes nothing from whoever sits beside them, behind the same address", async () => {
    spendAll(vandal);
    expect(await post(way, await tokenOf(neighbour))).toEqual(DONE);
  });
});

it("[LIMIT1] counts by the person: a second session has no more", async () => {
  spendAll(vandal);
  waitIn(await post(askOverHttp, await tokenOf(vandal)));
  waitIn(await post(askOverHttp, await tokenOf(vandal)));
});

it("[LIMIT1] lets people read on", async () => {
  spendAll(vandal);
  const token = await tokenOf(vandal);
  const read = await askOverHttp({ port: server.port, token }, { query: "{ viewer { person { id } } }" });
  expect(read).toEqual({ data: { viewer: { person: { id: vandal.actor.personId } } } });
});

it("[LIMIT1] holds for our own client's documents, also when they come so often that they are compiled", async () => {
  const token = await tokenOf(vandal);
  const write = async (): Promise<Answered> => {
    const input = { clientMutationId: newId(), boardId, kind: "REFLECTION", body: "Ord" };
    const body = { documentId: PostContributionDocument.hash, variables: { input } };
    return (await (await ask({ port: server.port, token }, body)).json()) as Answered;
  };
  for (let i = 0; i < 5; i++) expect((await write()).errors).toBeUndefined();
  spendAll(vandal);
  expect(waitIn(await write())).toBeLessThanOrEqual(1_000);
});
