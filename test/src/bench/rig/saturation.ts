import { BODY, type Rig } from "./contest.js";
import { pause } from "./figures.js";
import type { Broadcaster } from "./neighbours.js";

const FOR_MS = 2_500;
const WARM_MS = 500;

export interface Delivered {
  /** Messages a second. */
  readonly rate: number;
  /** Microseconds of the server's process a message: this says more than the rate where cores are shared. */
  readonly cpuUs: number;
  readonly lost: number;
}

const framesOf = ({ listeners }: Broadcaster): number =>
  listeners.reduce((sum, { frames }) => sum + frames, 0);

const publish = async ({ child, boardId }: Broadcaster, forMs: number, text: string): Promise<number> => {
  const answer = await child.call<number | { published: number }>("saturate", {
    boardId,
    body: BODY,
    text,
    forMs,
  });
  return typeof answer === "number" ? answer : answer.published;
};

const deliver = async (crowd: Broadcaster, forMs: number, text: string): Promise<Delivered> => {
  const before = framesOf(crowd);
  const cpuBefore = crowd.child.cpuMs;
  const began = performance.now();
  let last = began;
  for (const listener of crowd.listeners) listener.onFrame = () => (last = performance.now());
  const published = await publish(crowd, forMs, text);
  await pause(300);
  const came = framesOf(crowd) - before;
  const cpuMs = crowd.child.cpuMs - cpuBefore;
  const lost = published * crowd.listeners.length - came;
  return { rate: came / ((last - began) / 1_000), cpuUs: (cpuMs * 1_000) / came, lost };
};

/**
 * Every contender in turn, as often as there are repetitions, in another order each time: all are up and listened to
 * from the beginning, so that what the machine does besides falls on all of them alike.
 * @param text what the raw broadcast sends.
 */
export const inTurns = async (
  { repetitions, scale }: Rig,
  crowds: readonly Broadcaster[],
  text: string,
): Promise<Map<string, Delivered[]>> => {
  const figures = new Map(crowds.map(({ name }): [string, Delivered[]] => [name, []]));
  for (const crowd of crowds) await deliver(crowd, WARM_MS, text);
  for (let turn = 0; turn < repetitions; turn++) {
    const first = turn % crowds.length;
    for (const crowd of [...crowds.slice(first), ...crowds.slice(0, first)]) {
      await deliver(crowd, WARM_MS * scale, text);
      figures.get(crowd.name)?.push(await deliver(crowd, FOR_MS * scale, text));
    }
  }
  return figures;
};

export const disperse = async (crowds: readonly Broadcaster[]): Promise<void> => {
  for (const { listeners } of crowds) for (const listener of listeners) listener.end();
  await Promise.all(crowds.map(({ child }) => child.stop()));
};
