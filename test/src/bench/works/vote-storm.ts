import { Caller, inSteps } from "../rig/caller.js";
import type { Rig } from "../rig/contest.js";
import { atMost } from "../rig/goals.js";
import { medians, ms, pause, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";
import { BALLOTS, oursVoting, storm, usualVoting, type Stormed, type Voting } from "../rig/storm.js";

const PEOPLE = 1_000;
const FOR_MS = 10_000;

const measure = async (voting: Voting, scale: number): Promise<Stormed> => {
  const { contender, watch } = voting;
  const callers = await inSteps(contender.people, 50, async ({ token }) => {
    const caller = await Caller.connect(contender.port, token);
    caller.follow(watch);
    return caller;
  });
  await pause(500);
  const stormed = await storm(voting, callers, FOR_MS * scale);
  for (const { wire } of callers) wire.end();
  await contender.child.stop();
  return stormed;
};

const rowOf = (name: string, asked: number, figures: Record<keyof Stormed, number>): string[] => [
  name,
  `${whole(figures.acknowledged)} of ${whole(asked)}`,
  ms(figures.p50),
  ms(figures.p99),
  figures.lagP99 > 0 ? ms(figures.lagP99) : "–",
  `${whole(figures.core)} %`,
  figures.framesEach.toFixed(1),
  whole(figures.wrong),
];

export const voteStorm = async (rig: Rig): Promise<Result> => {
  const people = Math.round(PEOPLE * rig.scale);
  const ours: Stormed[] = [];
  const usual: Stormed[] = [];
  for (let i = 0; i < rig.repetitions; i++) {
    ours.push(await measure(await oursVoting(rig, people), rig.scale));
    rig.say(`vote-storm, Ordskifte: ${JSON.stringify(ours.at(-1))}`);
    usual.push(await measure(await usualVoting(rig, people), rig.scale));
  }
  const at = { ours: medians(ours), usual: medians(usual) };
  const asked = people * BALLOTS;
  return {
    title: `3. A storm of votes: ${whole(people)} people, ${BALLOTS} ballots each in 10 seconds, all watching`,
    about:
      "Milliseconds from the ballot to its durable acknowledgement, over the same socket that hears the counts. `To all` is from a person's first ballot until the last of all has heard the new count. `Frames` is the most that any client got in a second. `Wrong` compares three numbers: people, the count kept under the lock, and the ballots that lie in the database. Whatever is not answered 20 seconds after the last ballot is not waited for.",
    columns: ["contender", "acknowledged", "p50", "p99", "to all p99", "core", "frames a second", "wrong"],
    rows: [rowOf("Ordskifte", asked, at.ours), rowOf("usual stack", asked, at.usual)],
    goals: [
      atMost("Ballots without an acknowledgement", asked - at.ours.acknowledged, 0),
      atMost("p99", at.ours.p99, 120, " ms"),
      atMost("Wrong in the recount", at.ours.wrong, 0),
      atMost("Frames a second", at.ours.framesEach, 25),
      atMost("Of a core", at.ours.core, 60, " %"),
    ],
    bars: [
      { label: "Ordskifte", value: at.ours.p99, unit: "ms p99", isOurs: true },
      { label: "usual stack", value: at.usual.p99, unit: "ms p99", isOurs: false },
    ],
  };
};
