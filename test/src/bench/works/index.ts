import type { Rig } from "../rig/contest.js";
import type { Result } from "../rig/report.js";
import { durableCommit } from "./durable-commit.js";
import { fanOut } from "./fan-out.js";
import { voteStorm } from "./vote-storm.js";
import { wholePath } from "./whole-path.js";

interface Work {
  readonly name: string;
  readonly work: (rig: Rig) => Promise<Result>;
}

/** In the order of the document. */
export const works: readonly Work[] = [
  { name: "fan-out", work: fanOut },
  { name: "whole-path", work: wholePath },
  { name: "vote-storm", work: voteStorm },
  { name: "durable-commit", work: durableCommit },
];
