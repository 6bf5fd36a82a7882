import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../kernel/ids.js";
import { Note } from "./testing/notes.js";
import {
  createRig,
  logOf,
  noteIn,
  oneTo,
  person,
  post,
  textsInOrder,
  write,
  type Rig,
} from "./testing/rig.js";
import { done, refused } from "./vocabulary.js";

let rig: Rig;
beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());

const headOf = async (streamId: string): Promise<string | undefined> =>
  (await rig.rows<{ head: string }>("SELECT head FROM stream WHERE id = $1", [streamId]))[0]?.head;

const receiptsIn = (streamId: string): Promise<object[]> =>
  rig.rows("SELECT 1 FROM receipt WHERE stream_id = $1", [streamId]);

describe("[LOG1] numbers", () => {
  it("have no gaps and follow the order in which the commands came", async () => {
    const streamId = await rig.stream();
    const commit = rig.node();
    const texts = oneTo(300);
    const answers = await Promise.all(texts.map((text) => commit(post(streamId, text))));
    expect(answers.map((a) => String(a.position.seq))).toEqual(texts);
    expect((await logOf(rig, streamId)).map((entry) => entry.seq)).toEqual(texts);
    expect(await textsInOrder(rig, streamId)).toEqual(texts);
    expect(await headOf(streamId)).toBe("300");
  });

  it("are not used up by a refused command, which leaves a receipt and nothing else", async () => {
    const streamId = await rig.stream();
    const commit = rig.node();
    const no = write(streamId, async (tx) => {
      tx.insert(Note, noteIn(streamId, "never"));
      return refused({ type: "No" });
    });
    await commit(post(streamId, "before"));
    const answer = await commit(no);
    expect(answer).toEqual({
      outcome: { done: false, refusal: { type: "No" } },
      position: { epoch: 1, seq: 1 },
      repeated: false,
    });
    await commit(post(streamId, "after"));
    expect(await textsInOrder(rig, streamId)).toEqual(["before", "after"]);
    expect(await receiptsIn(streamId)).toHaveLength(3);
    expect((await commit(no)).outcome).toEqual(answer.outcome);
  });

  it("are not used up by a command that changes nothing", async () => {
    const streamId = await rig.stream();
    const answer = await rig.node()(write(streamId, async () => done("nothing to do")));
    expect(answer.position.seq).toBe(0);
    expect(await logOf(rig, streamId)).toEqual([]);
  });
});

describe("[LOG2] the log", () => {
  it("names the command and what it changed, each thing once, and never its content", async () => {
    const streamId = await rig.stream();
    const note = noteIn(streamId, "a secret");
    const work = write(streamId, async (tx) => {
      tx.insert(Note, note);
      tx.update(Note, { ...note, text: "still a secret" });
      tx.touch(streamId, ["board", streamId]);
      return done(null);
    });
    await rig.node()({ ...work, command: "note.post" });
    expect(await logOf(rig, streamId)).toEqual([
      {
        seq: "1",
        command: "note.post",
        refs: [
          ["note", note.id],
          ["board", streamId],
        ],
      },
    ]);
  });

  it("tells of each stream that moved, once a transaction, and of none that did not", async () => {
    const streamId = await rig.stream();
    const moved: unknown[] = [];
    const commit = rig.node({ onMoved: ({ id, head }) => moved.push([id, head]) });
    await commit(post(streamId, "one"));
    await Promise.all([
      commit(post(streamId, "two")),
      commit(post(streamId, "three")),
      commit(post(streamId, "four")),
    ]);
    await commit(write(streamId, async () => refused("no")));
    expect(moved).toEqual([
      [streamId, 1],
      [streamId, 2],
      [streamId, 4],
    ]);
  });
});

describe("[RECEIPT1] a repeat", () => {
  it("is answered as the first time, wherever the stream stands by then", async () => {
    const streamId = await rig.stream();
    const [here, there] = [rig.node(), rig.node()];
    const command = post(streamId, "once");
    const first = await here(command);
    await here(post(streamId, "later"));
    expect(await there(command)).toEqual({ ...first, repeated: true });
    expect(
      await here({ ...command, receipt: { ...command.receipt, id: command.receipt.id.toUpperCase() } }),
    ).toEqual({
      ...first,
      repeated: true,
    });
    expect(await textsInOrder(rig, streamId)).toEqual(["once", "later"]);
  });

  it("is answered also where it waits beside the first", async () => {
    const streamId = await rig.stream();
    const [here, there] = [rig.node(), rig.node()];
    const command = post(streamId, "once");
    const answers = await Promise.all([
      here(command),
      here(command),
      there(command),
      here(command),
      there(command),
    ]);
    expect(new Set(answers.map((a) => a.position.seq))).toEqual(new Set([1]));
    expect(answers.filter((a) => !a.repeated)).toHaveLength(1);
    expect(await textsInOrder(rig, streamId)).toEqual(["once"]);
  });

  it("is recognised whatever the order of the input's fields", async () => {
    const streamId = await rig.stream();
    const commit = rig.node();
    const command = post(streamId, "once", {
      input: { text: "a", at: new Date(0), deep: { x: 1, y: undefined } },
    });
    await commit(command);
    expect(
      (await commit({ ...command, input: { deep: { x: 1 }, at: new Date(0), text: "a" } })).repeated,
    ).toBe(true);
  });
});

describe("[RECEIPT2] the same id", () => {
  it("with other content, or for another command, is an error and changes nothing", async () => {
    const streamId = await rig.stream();
    const commit = rig.node();
    const command = post(streamId, "first");
    await commit(command);
    await expect(commit({ ...command, input: { text: "other" } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(commit({ ...command, command: "note.other" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await textsInOrder(rig, streamId)).toEqual(["first"]);
  });

  it("is another person's own business", async () => {
    const streamId = await rig.stream();
    const commit = rig.node();
    const id = newId();
    await commit(post(streamId, "mine", { receipt: { personId: person, id } }));
    const answer = await commit(post(streamId, "theirs", { receipt: { personId: newId(), id } }));
    expect(answer).toMatchObject({ repeated: false, outcome: { value: "theirs" } });
  });
});

describe("bad input", () => {
  it("is refused before anything is asked of the database", async () => {
    const commit = rig.node();
    const streamId = await rig.stream();
    await expect(
      commit(post(streamId, "x", { receipt: { personId: person, id: "1" } })),
    ).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(commit(post("nonsense", "x"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(commit(post(newId(), "x"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(commit(post(streamId, "x", { streams: [] }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(commit(post(streamId, "x", { streams: [streamId, newId()] }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await logOf(rig, streamId)).toEqual([]);
  });
});
