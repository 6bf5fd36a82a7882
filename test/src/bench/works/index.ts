import type { Rig } from "../rig/contest.js";
import type { Result } from "../rig/report.js";
import { coalescing } from "./coalescing.js";
import { durableCommit } from "./durable-commit.js";
import { durableGraphql } from "./durable-graphql.js";
import { fanOut, neighbours } from "./fan-out.js";
import { groupMaking } from "./group-making.js";
import { joinStorm } from "./join-storm.js";
import { manyBoards } from "./many-boards.js";
import { memory } from "./memory.js";
import { resume } from "./resume.js";
import { tenThousand } from "./ten-thousand.js";
import { voteStorm } from "./vote-storm.js";
import { wholePath } from "./whole-path.js";

export interface Work {
  readonly name: string;
  readonly work: (rig: Rig) => Promise<Result>;
}

/** In the order of the document. */
export const works: readonly Work[] = [
  { name: "fan-out", work: fanOut },
  { name: "neighbours", work: neighbours },
  { name: "whole-path", work: wholePath },
  { name: "coalescing", work: coalescing },
  { name: "vote-storm", work: voteStorm },
  { name: "durable-commit", work: durableCommit },
  { name: "durable-graphql", work: durableGraphql },
  { name: "memory", work: memory },
  { name: "join-storm", work: joinStorm },
  { name: "resume", work: resume },
  { name: "many-boards", work: manyBoards },
  { name: "ten-thousand", work: tenThousand },
  { name: "group-making", work: groupMaking },
];
