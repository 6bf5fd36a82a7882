import { Caller, inSteps } from "../rig/caller.js";
import { startOurs, startUsual, type Speaking, type Rig } from "../rig/contest.js";
import { atMost } from "../rig/goals.js";
import { medians, pause, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";
import { Child } from "../rig/child.js";
import type { Usage } from "../rig/answers.js";

const PEOPLE = 2_000;

/** Bytes a subscriber: what the process grew by, and what of that lies in the heap and in buffers. */
const measure = async (contender: Speaking) => {
  const { child, port, people, follow } = contender;
  const open = async (some: Speaking["people"]): Promise<Caller[]> =>
    inSteps(some, 50, async ({ token, boardId }) => {
      const caller = await Caller.connect(port, token);
      caller.follow(follow(boardId));
      return caller;
    });
  const half = Math.floor(people.length / 2);
  // The first half warms what grows once: code, pools, caches.
  const first = await open(people.slice(0, half));
  await pause(1_000);
  const before = await child.call<Usage>("usage");
  const second = await open(people.slice(half));
  await pause(1_000);
  const after = await child.call<Usage>("usage");
  for (const { wire } of [...first, ...second]) wire.end();
  await child.stop();
  return {
    rss: (after.rss - before.rss) / second.length,
    heap: (after.heap - before.heap) / second.length,
  };
};

/** The room for young objects grows to its size once, in the middle of what is measured, and no more with any number. */
const withoutRoom = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  const { room } = Child;
  Child.room = [];
  return work().finally(() => (Child.room = room));
};

export const memory = (rig: Rig): Promise<Result> => withoutRoom(() => compare(rig));

const compare = async (rig: Rig): Promise<Result> => {
  const people = Math.round(PEOPLE * rig.scale);
  const runs: { ours: number; oursHeap: number; usual: number; usualHeap: number }[] = [];
  for (let i = 0; i < rig.repetitions; i++) {
    const ours = await measure(await startOurs(rig, { people, boards: 1 }));
    const usual = await measure(await startUsual(rig, { people, boards: 1 }));
    runs.push({ ours: ours.rss, oursHeap: ours.heap, usual: usual.rss, usualHeap: usual.heap });
  }
  const at = medians(runs);
  const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
  return {
    title: "5. Memory of a live subscriber",
    about: `Bytes a subscriber, from ${whole(people / 2)} to ${whole(people)} sockets that follow one board, after collecting garbage. Kernel buffers are not in it, nor is the larger room for young objects that servers are run with (up to 192 MB, however many listen).`,
    goals: [atMost("A subscriber", at.ours / 1_000, 20, " kB")],
    columns: ["contender", "process", "heap and buffers"],
    rows: [
      ["Ordskifte", kB(at.ours), kB(at.oursHeap)],
      ["usual stack", kB(at.usual), kB(at.usualHeap)],
    ],
  };
};
