import type { People, Somebody } from "../house/hall.js";
import { drawHistory, play, type Played, type Step } from "./play.js";
import { shrink } from "./shrink.js";

export interface Told {
  /** Null where every picture was as it should be; else the seed, what differed, and the shortest history found. */
  readonly failure: string | null;
  readonly stood: Played["stood"];
}

const MOST_TRIES = 60;
const MOST_LINES = 12;

/** Plays the history of a seed; one that fails is played again with ever fewer commands. */
export const tellHistory = async (
  people: People,
  stranger: Somebody,
  seed: number,
  length: number,
  among?: readonly string[],
): Promise<Told> => {
  const steps = drawHistory(seed, length, among);
  const played = await play(people, stranger, steps);
  if (played.differences.length === 0) return { failure: null, stood: played.stood };
  let shortest = played;
  const fails = async (some: readonly Step[]): Promise<boolean> => {
    const again = await play(people, stranger, some);
    if (again.differences.length === 0) return false;
    shortest = again;
    return true;
  };
  await shrink(steps, fails, MOST_TRIES);
  const { differences, log } = shortest;
  const lines = [`Seed ${seed}, ${log.length} commands:`, ...log, ...differences.slice(0, MOST_LINES)];
  return { failure: lines.join("\n"), stood: played.stood };
};
