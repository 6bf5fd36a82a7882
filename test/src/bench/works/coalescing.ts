import { BODY, startOurs, startRaw, type Rig } from "../rig/contest.js";
import { atMost } from "../rig/goals.js";
import { median, medians, ms, ratio, whole } from "../rig/figures.js";
import { atRandom, Audience, type Posted } from "../rig/posting.js";
import type { Result } from "../rig/report.js";

const PEOPLE = 2_000;
const POSTS_A_SECOND = 20;
const FOR_SECONDS = 10;
const WARM_SECONDS = 3;

export const coalescing = async (rig: Rig): Promise<Result> => {
  const people = Math.round(PEOPLE * rig.scale);
  const ours = await Audience.gather(await startOurs(rig, { people, boards: 1 }));
  const raw = await Audience.gather(await startRaw(people));
  for (const audience of [ours, raw]) await audience.post(atRandom(POSTS_A_SECOND, WARM_SECONDS, 1), BODY);
  const runs = { ours: [] as Posted[], raw: [] as Posted[] };
  for (let i = 0; i < rig.repetitions; i++) {
    const times = atRandom(POSTS_A_SECOND, FOR_SECONDS * rig.scale, 100 + i);
    runs.ours.push(await ours.post(times, BODY));
    runs.raw.push(await raw.post(times, BODY));
    rig.say(`coalescing: ${JSON.stringify([runs.ours.at(-1), runs.raw.at(-1)])}`);
  }
  await Promise.all([ours.disperse(), raw.disperse()]);
  const ofRaw = median(runs.ours.map(({ cpuUs }, i) => cpuUs / (runs.raw[i]?.cpuUs ?? 0)));
  const row = (name: string, { frames, cpuUs, p50, p99 }: Record<keyof Posted, number>, share: number) => [
    name,
    whole(frames),
    cpuUs.toFixed(1),
    ratio(share),
    ms(p50),
    ms(p99),
  ];
  return {
    title: `2b. Server CPU a delivered change: ${whole(people)} subscribers, 20 durable posts a second at random times`,
    about:
      "Posts come as people press buttons, independently of each other, at the same times for both. Ours sends what comes closely together as one frame; the raw server sends each change by itself. `µs` are of the server's process for each change and subscriber, receiving, checking, writing and answering the mutation included, as the kernel counts them.",
    columns: ["contender", "frames for 100 changes", "µs", "of raw", "p50 ms", "p99 ms"],
    rows: [row("raw", medians(runs.raw), 1), row("Ordskifte", medians(runs.ours), ofRaw)],
    goals: [atMost("CPU a delivered change, of raw's", ofRaw, 0.7)],
    bars: [
      { label: "Ordskifte, CPU a change", value: ofRaw * 100, unit: "% of raw", isOurs: true },
      { label: "raw, CPU a change", value: 100, unit: "%", isOurs: false },
    ],
  };
};
