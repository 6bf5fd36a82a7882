import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notFound } from "../kernel/errors.js";
import { newId } from "../kernel/ids.js";
import { Note } from "./testing/notes.js";
import { createRig, logOf, noteIn, oneTo, post, textsInOrder, write, type Rig } from "./testing/rig.js";
import { done, refused } from "./vocabulary.js";

let rig: Rig;
beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());

type Settled = PromiseSettledResult<{ position: { seq: number } }>;
const sequence = (answer: Settled | undefined): number | string =>
  answer?.status === "fulfilled"
    ? answer.value.position.seq
    : String(answer?.reason.code ?? answer?.reason.message);

describe("[LOG3] group commit", () => {
  it("lets commands that wait for the same stream share a transaction", async () => {
    const streamId = await rig.stream();
    const sizes: number[] = [];
    const commit = rig.node({ watch: { batch: (size) => sizes.push(size) } });
    await Promise.all(oneTo(100).map((text) => commit(post(streamId, text))));
    expect(sizes).toEqual([1, 99]);
    const stamps = await rig.rows("SELECT DISTINCT xmin::text FROM log_entry WHERE stream_id = $1", [
      streamId,
    ]);
    expect(stamps).toHaveLength(2);
  });

  it("never takes more at a time than it is told", async () => {
    const streamId = await rig.stream();
    const sizes: number[] = [];
    const commit = rig.node({ largestBatch: 10, watch: { batch: (size) => sizes.push(size) } });
    await Promise.all(oneTo(35).map((text) => commit(post(streamId, text))));
    expect(sizes).toEqual([1, 10, 10, 10, 4]);
    expect(await textsInOrder(rig, streamId)).toEqual(oneTo(35));
  });

  it("keeps streams apart", async () => {
    const [one, other] = [await rig.stream(), await rig.stream()];
    const commit = rig.node();
    await Promise.all(oneTo(20).flatMap((text) => [commit(post(one, text)), commit(post(other, text))]));
    expect(await textsInOrder(rig, one)).toEqual(oneTo(20));
    expect(await textsInOrder(rig, other)).toEqual(oneTo(20));
  });
});

/** One command among good neighbours, all waiting together; the first one only keeps the stream busy meanwhile. */
const among = async (streamId: string, bad: ReturnType<typeof write>): Promise<Settled[]> => {
  const commit = rig.node();
  const commands = [
    post(streamId, "busy"),
    post(streamId, "left"),
    bad,
    post(streamId, "right"),
    post(streamId, "far right"),
  ];
  return Promise.allSettled(commands.map((command) => commit<unknown, unknown>(command)));
};

describe("[LOG4] neighbours in a transaction", () => {
  const expectUntouched = async (streamId: string, answers: Settled[]): Promise<void> => {
    expect([0, 1, 3, 4].map((i) => sequence(answers[i]))).toEqual([1, 2, 3, 4]);
    expect(await textsInOrder(rig, streamId)).toEqual(["busy", "left", "right", "far right"]);
    expect((await logOf(rig, streamId)).map(({ seq }) => seq)).toEqual(oneTo(4));
  };

  it("do not notice a refusal, whose writes are thrown away", async () => {
    const streamId = await rig.stream();
    const answers = await among(
      streamId,
      write(streamId, async (tx) => {
        tx.insert(Note, noteIn(streamId, "refused"));
        return refused("no");
      }),
    );
    expect(answers[2]).toMatchObject({
      status: "fulfilled",
      value: { outcome: { done: false, refusal: "no" } },
    });
    await expectUntouched(streamId, answers);
  });

  it("do not notice a throw, whose writes are thrown away", async () => {
    const streamId = await rig.stream();
    const answers = await among(
      streamId,
      write(streamId, async (tx) => {
        tx.insert(Note, noteIn(streamId, "thrown"));
        throw notFound();
      }),
    );
    expect(sequence(answers[2])).toBe("NOT_FOUND");
    await expectUntouched(streamId, answers);
  });

  it("do not notice a unique violation", async () => {
    const elsewhere = await rig.stream();
    const streamId = await rig.stream();
    const label = newId();
    const labelled = (to: string): ReturnType<typeof write> =>
      write(to, async (tx) => (tx.insert(Note, noteIn(to, "labelled", { label })), done(null)));
    await rig.node()(labelled(elsewhere));
    const answers = await among(streamId, labelled(streamId));
    expect(sequence(answers[2])).toBe("CONFLICT");
    await expectUntouched(streamId, answers);
  });

  it("do not notice an error of SQL in the middle of a command", async () => {
    const streamId = await rig.stream();
    const answers = await among(
      streamId,
      write(streamId, async (tx) => done(await tx.get(Note, "no uuid"))),
    );
    expect(sequence(answers[2])).toBe("BAD_INPUT");
    await expectUntouched(streamId, answers);
  });

  it("do not notice text that cannot be stored", async () => {
    const streamId = await rig.stream();
    const answers = await among(streamId, post(streamId, "a\u0000b"));
    expect(sequence(answers[2])).toBe("BAD_INPUT");
    await expectUntouched(streamId, answers);
  });

  it("do not notice an answer that cannot be written down", async () => {
    const streamId = await rig.stream();
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const answers = await among(
      streamId,
      write(streamId, async () => done(circle)),
    );
    expect(sequence(answers[2])).toMatch(/circular/);
    await expectUntouched(streamId, answers);
  });

  it("keep what is theirs when somebody else takes the same id", async () => {
    const streamId = await rig.stream();
    const commit = rig.node();
    const [mine, theirs] = [noteIn(streamId, "mine"), noteIn(streamId, "theirs", { ownerId: newId() })];
    const insert = (note: Note): ReturnType<typeof write> =>
      write(streamId, async (tx) => (tx.insert(Note, note), done(null)));
    const all = [post(streamId, "busy"), insert(mine), insert({ ...theirs, id: mine.id })];
    const answers = await Promise.allSettled(all.map((command) => commit<unknown, unknown>(command)));
    expect(sequence(answers[2])).toBe("CONFLICT");
    expect(await textsInOrder(rig, streamId)).toEqual(["busy", "mine"]);
  });

  it("all stand when many of them are bad", async () => {
    const streamId = await rig.stream();
    const commit = rig.node();
    const label = newId();
    const bad = (): ReturnType<typeof write> =>
      write(streamId, async (tx) => (tx.insert(Note, noteIn(streamId, "labelled", { label })), done(null)));
    const commands = oneTo(90).map((text, i) => (i % 3 === 0 ? bad() : post(streamId, text)));
    const answers = await Promise.allSettled(commands.map((command) => commit<unknown, unknown>(command)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(61);
    expect((await logOf(rig, streamId)).map(({ seq }) => seq)).toEqual(oneTo(61));
    const good = oneTo(90).filter((_, i) => i % 3 !== 0);
    expect((await textsInOrder(rig, streamId)).filter((text) => text !== "labelled")).toEqual(good);
  });
});
