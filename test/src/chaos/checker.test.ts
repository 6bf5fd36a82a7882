import { describe, expect, it } from "vitest";
import { check } from "./checker.js";
import type { Answer, Change, Event, FaultKind, Intent, Seen } from "./history.js";

const STREAM = "board";
const at = (seq: number, epoch = 1): string => `${epoch}.${seq}`;

const post = (card: string, cause: string | null = null): Intent => ({
  verb: "post",
  id: card,
  client: "anne",
  stream: STREAM,
  card,
  mark: `${card} 1`,
  cause,
});
const edit = (card: string, n: number): Intent => ({
  verb: "edit",
  id: `${card} edit ${n}`,
  client: "anne",
  stream: STREAM,
  card,
  mark: `${card} ${n}`,
});
const withdraw = (card: string): Intent => ({
  verb: "withdraw",
  id: `${card} withdraw`,
  client: "anne",
  stream: STREAM,
  card,
});
const seen = (card: string, revision = 1, to: readonly string[] = []): Seen => ({
  card,
  revision,
  mark: `${card} ${revision}`,
  to,
});

const sent = (write: Intent): Event => ({ type: "invoked", write });
const told = (write: Intent, answer: Answer): Event => ({ type: "answered", id: write.id, answer });
const done = (write: Intent, seq: number): Event[] => [
  sent(write),
  told(write, { done: true, cursor: at(seq) }),
];
const snapshot = (reader: string, seq: number, cards: readonly Seen[] = []): Event => ({
  type: "snapshot",
  reader,
  stream: STREAM,
  cursor: at(seq),
  cards,
});
const frame = (reader: string, seq: number, ...changes: readonly Change[]): Event => ({
  type: "frame",
  reader,
  stream: STREAM,
  cursor: at(seq),
  changes,
});
const put = (...args: Parameters<typeof seen>): Change => ({ type: "put", seen: seen(...args) });
const gone = (card: string): Change => ({ type: "gone", card });
const final = (seq: number, ...cards: readonly Seen[]): Event => ({
  type: "final",
  stream: STREAM,
  from: at(0),
  cursor: at(seq),
  cards,
});

const kinds = (...history: readonly Event[]): FaultKind[] => [
  ...new Set(check(history).map(({ kind }) => kind)),
];

const vote = (client: string, id: string, ...choices: readonly [string, number][]): Intent => ({
  verb: "ballot",
  id,
  client,
  stream: "gathering",
  round: "round",
  choices: choices.map(([ideaId, dots]) => ({ ideaId, dots })),
});
const tally = (votedCount: number, ...results: readonly [string, number, number][]): Event => ({
  type: "tally",
  tally: {
    round: "round",
    votedCount,
    results: results.map(([ideaId, dots, voters]) => ({ ideaId, dots, voters })),
  },
});

describe("a good history", () => {
  it("has no faults: posts, edits, answers, withdrawals, readers who come late and who are slow", () => {
    const history = [
      snapshot("early", 0),
      ...done(post("a"), 1),
      frame("early", 1, put("a")),
      ...done(post("b", "a"), 2),
      ...done(edit("a", 2), 3),
      snapshot("late", 2, [seen("a", 2), seen("b", 1, ["a"])]),
      frame("early", 3, put("b", 1, ["a"]), put("a", 2)),
      frame("late", 3, put("a", 2)),
      ...done(withdraw("b"), 4),
      frame("late", 4, gone("b")),
      frame("early", 4, gone("b")),
      final(4, seen("a", 2)),
    ];
    expect(check(history)).toEqual([]);
  });

  it("has no faults where an unknown outcome was sent again and answered", () => {
    const write = post("a");
    const unknown: Event = { type: "unknown", id: "a" };
    expect(check([sent(write), unknown, ...done(write, 1), final(1, seen("a"))])).toEqual([]);
  });

  it("lets a snapshot be newer than its cursor, also by a withdrawal", () => {
    const history = [
      ...done(post("a"), 1),
      ...done(withdraw("a"), 2),
      snapshot("late", 1),
      frame("late", 2, gone("a")),
      final(2),
    ];
    expect(check(history)).toEqual([]);
  });

  it("counts the last ballot of each", () => {
    const [first, second, other] = [
      vote("anne", "1", ["x", 3]),
      vote("anne", "2", ["y", 1]),
      vote("bo", "3", ["y", 2]),
    ];
    expect(check([...done(first, 1), ...done(second, 2), ...done(other, 3), tally(2, ["y", 3, 2])])).toEqual(
      [],
    );
  });
});

describe("the checker sees", () => {
  it("a write that was answered and is not there", () => {
    expect(kinds(...done(post("a"), 1), final(1))).toContain("lost");
    expect(kinds(...done(post("a"), 1), ...done(edit("a", 2), 2), final(2, seen("a", 1)))).toContain("lost");
    expect(kinds(...done(post("a"), 1), ...done(withdraw("a"), 2), final(2, seen("a", 1)))).toContain("lost");
    expect(kinds(...done(post("a"), 1), ...done(post("b"), 2), final(1, seen("a"), seen("b")))).toContain(
      "lost",
    );
  });

  it("a write that was done twice", () => {
    expect(kinds(...done(edit("a", 1), 1), final(1, seen("a", 2)))).toContain("twice");
    expect(kinds(...done(post("a"), 1), final(2, seen("a")))).toEqual(["twice"]);
    expect(kinds(...done(post("a"), 1), final(1, seen("a"), { ...seen("b"), mark: "a 1" }))).toContain(
      "twice",
    );
  });

  it("a write that nobody ever answered", () => {
    expect(kinds(sent(post("a")), { type: "unknown", id: "a" })).toEqual(["unanswered"]);
  });

  it("a resend that is answered differently", () => {
    const write = post("a");
    expect(kinds(...done(write, 1), told(write, { done: true, cursor: at(2) }))).toEqual([
      "answered-differently",
    ]);
    expect(kinds(...done(write, 1), told(write, { done: false, refusal: "CONFLICT" }))).toEqual([
      "answered-differently",
    ]);
  });

  it("a gap: a reader past a write that it does not show", () => {
    const written = [...done(post("a"), 1), ...done(post("b"), 2)];
    expect(kinds(snapshot("r", 0), ...written, frame("r", 2, put("b")))).toEqual(["gap"]);
    expect(kinds(...written, snapshot("r", 2, [seen("a")]))).toEqual(["gap"]);
    expect(kinds(snapshot("r", 0), ...written, final(2, seen("a"), seen("b")))).toEqual(["gap"]);
    expect(kinds(...done(post("a"), 1), ...done(withdraw("a"), 2), snapshot("r", 2, [seen("a")]))).toEqual([
      "gap",
    ]);
  });

  it("frames and numbers that come out of order", () => {
    const written = [...done(post("a"), 1), ...done(edit("a", 2), 2)];
    expect(kinds(...written, snapshot("r", 2, [seen("a", 2)]), frame("r", 1, put("a", 1)))).toContain(
      "reorder",
    );
    expect(kinds(...written, snapshot("r", 2, [seen("a", 2)]), frame("r", 2))).toEqual(["reorder"]);
    expect(kinds(...done(post("a"), 2), ...done(post("b"), 1))).toEqual(["reorder"]);
    expect(kinds(...done(post("a"), 1), ...done(post("b"), 1))).toEqual(["reorder"]);
    expect(kinds(snapshot("r", 0), { ...frame("r", 1), cursor: at(1, 2) } as Event)).toEqual(["reorder"]);
  });

  it("readers who disagree, and frames that show what was never so", () => {
    const written = [...done(post("a"), 1), ...done(edit("a", 2), 2)];
    const start = [snapshot("r", 0), snapshot("s", 0)];
    expect(kinds(...start, ...written, frame("r", 1, put("a", 2)))).toEqual(["disagreement"]);
    expect(
      kinds(...start, ...written, frame("r", 2, put("a", 2)), frame("s", 2, put("b"), put("a", 2))),
    ).toEqual(["disagreement"]);
    expect(kinds(...start, ...written, frame("r", 1, put("a")), frame("s", 1, gone("a")))).toContain(
      "disagreement",
    );
  });

  it("an effect before its cause, in the numbers and on a screen", () => {
    const [cause, effect] = [post("a"), post("b", "a")];
    const both = [sent(cause), sent(effect)];
    const done1 = told(effect, { done: true, cursor: at(1) });
    const done2 = told(cause, { done: true, cursor: at(2) });
    expect(kinds(...both, done1, done2)).toEqual(["effect-before-cause"]);
    const shown = [
      ...done(cause, 1),
      ...done(effect, 2),
      snapshot("r", 0),
      frame("r", 2, put("b", 1, ["a"])),
    ];
    expect(kinds(...shown)).toContain("effect-before-cause");
  });

  it("a ballot that is counted wrongly", () => {
    const ballots = [...done(vote("anne", "1", ["x", 2]), 1), ...done(vote("bo", "2", ["x", 1]), 2)];
    expect(kinds(...ballots, tally(2, ["x", 2, 1]))).toEqual(["miscounted"]);
    expect(kinds(...ballots, tally(1, ["x", 3, 2]))).toEqual(["miscounted"]);
    const counted: Event = {
      type: "frame",
      reader: "r",
      stream: "gathering",
      cursor: at(2),
      changes: [{ type: "voted", round: "round", count: 1 }],
    };
    const begun: Event = { type: "snapshot", reader: "r", stream: "gathering", cursor: at(0), cards: [] };
    expect(kinds(begun, ...ballots, counted)).toEqual(["miscounted"]);
  });

  it("a gap: a follower of the vote who was never told of the last ballot", () => {
    const ballots = [...done(vote("anne", "1", ["x", 1]), 1), ...done(vote("bo", "2", ["x", 1]), 2)];
    const begun: Event = { type: "snapshot", reader: "r", stream: "gathering", cursor: at(0), cards: [] };
    const upTo = (count: number): Event => ({
      type: "frame",
      reader: "r",
      stream: "gathering",
      cursor: at(count),
      changes: [{ type: "voted", round: "round", count }],
    });
    expect(kinds(begun, ...ballots, upTo(1), tally(2, ["x", 2, 2]))).toEqual(["gap"]);
    expect(kinds(begun, ...ballots, upTo(1), upTo(2), tally(2, ["x", 2, 2]))).toEqual([]);
  });
});

describe("a restore from a backup", () => {
  const restored = (seq: number): Event => ({
    type: "restored",
    cursors: new Map([[STREAM, at(seq, 2)]]),
  });
  const inNew = (seq: number, ...cards: readonly Seen[]): Event =>
    ({ ...snapshot("r", seq, cards), cursor: at(seq, 2) }) as Event;
  const lost = [...done(post("a"), 1), snapshot("r", 0), ...done(post("b"), 2)];
  const seenBoth = frame("r", 2, put("a"), put("b"));

  it("excuses what the backup does not hold, and what is done again then is done once", () => {
    const again = told(post("b"), { done: true, cursor: at(2, 2) });
    const end = final(2, seen("a"), seen("b"));
    expect(kinds(...lost, seenBoth, restored(1), inNew(1, seen("a")), final(1, seen("a")))).toEqual([]);
    const frameOfB = { ...frame("r", 2, put("b")), cursor: at(2, 2) } as Event;
    expect(kinds(...lost, seenBoth, restored(1), inNew(1, seen("a")), again, frameOfB, end)).toEqual([]);
  });

  it("excuses nothing that the backup holds", () => {
    expect(kinds(...lost, seenBoth, restored(2), inNew(2, seen("a")), final(2, seen("a")))).toContain("lost");
  });

  it("finds a reader that goes on from its old picture", () => {
    const goesOn = { ...frame("r", 3, put("c")), cursor: at(3, 2) } as Event;
    const written = [sent(post("c")), told(post("c"), { done: true, cursor: at(2, 2) })];
    expect(kinds(...lost, seenBoth, restored(1), ...written, goesOn)).toContain("reorder");
  });

  it("knows nothing of what nobody was answered before it", () => {
    const unanswered = [sent(post("c")), frame("r", 3, put("a"), put("b"), put("c"))];
    const again = told(post("c"), { done: true, cursor: at(2, 2) });
    const after = [inNew(2, seen("a"), seen("c")), final(2, seen("a"), seen("c"))];
    expect(kinds(...lost, ...unanswered, restored(1), again, ...after)).toEqual([]);
  });
});
