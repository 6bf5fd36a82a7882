import { Caller, inSteps } from "../rig/caller.js";
import { BODY, startOurs, startRaw, startUsual, type Contender, type Rig } from "../rig/contest.js";
import { medians, pause, ratio, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";

const PEOPLE = [100, 500, 1_000];
const FOR_MS = 3_000;
const WARM_MS = 700;

interface Figures {
  readonly delivered: number;
  readonly lost: number;
}

/** A frame of ours, whose text the raw broadcast then sends. */
let sample = "";

const listen = async ({ port, people, follow }: Contender): Promise<Caller[]> => {
  const callers = await inSteps(people, 50, async ({ token, boardId }) => {
    const caller = await Caller.connect(port, token);
    if (follow(boardId).query) caller.follow(follow(boardId));
    return caller;
  });
  await pause(300);
  return callers;
};

const saturate = async (contender: Contender, forMs: number): Promise<number> => {
  const [{ boardId } = { boardId: "" }] = contender.people;
  const answer = await contender.child.call<number | { published: number }>("saturate", {
    boardId,
    body: BODY,
    text: sample,
    forMs,
  });
  return typeof answer === "number" ? answer : answer.published;
};

/** Delivered messages a second while the server publishes as fast as its sockets take it. */
const deliver = async (contender: Contender, callers: readonly Caller[], forMs: number): Promise<Figures> => {
  const before = callers.reduce((sum, { frames }) => sum + frames, 0);
  const began = performance.now();
  let last = began;
  for (const caller of callers) {
    caller.onFrame = () => (last = performance.now());
  }
  const published = await saturate(contender, forMs);
  await pause(300);
  const got = callers.reduce((sum, { frames }) => sum + frames, 0) - before;
  return { delivered: got / ((last - began) / 1_000), lost: published * callers.length - got };
};

const measure = async (contender: Contender, scale: number): Promise<Figures> => {
  const callers = await listen(contender);
  if (sample === "" && callers[0]) sample = await sampleOf(contender, callers[0]);
  await deliver(contender, callers, WARM_MS * scale);
  const figures = await deliver(contender, callers, FOR_MS * scale);
  for (const { wire } of callers) wire.end();
  await contender.child.stop();
  return figures;
};

const sampleOf = async (contender: Contender, caller: Caller): Promise<string> => {
  const came = new Promise<string>((resolve) => (caller.onFrame = (text) => resolve(text.toString())));
  await saturate(contender, 1);
  return came;
};

/** Our own server with one board whose changes the bench makes; see ours-one-board.ts. */
const startOneBoard = async (rig: Rig, people: number): Promise<Contender> => {
  const ours = await startOurs(rig, { people, boards: 1, ownFeed: true });
  await ours.child.call("prepareCard", { boardId: ours.told.boards[0], body: BODY });
  return ours;
};

const round = async (rig: Rig, people: number) => {
  const ours = await measure(await startOneBoard(rig, people), rig.scale);
  const raw = await measure(await startRaw(people), rig.scale);
  const usual = await measure(await startUsual(rig, { people, boards: 1 }), rig.scale);
  return {
    raw: raw.delivered,
    ours: ours.delivered,
    usual: usual.delivered,
    ofRaw: ours.delivered / raw.delivered,
    timesUsual: ours.delivered / usual.delivered,
    lost: ours.lost + raw.lost + usual.lost,
  };
};

const compare = async (rig: Rig, people: number) => {
  const runs: Awaited<ReturnType<typeof round>>[] = [];
  for (let i = 0; i < rig.repetitions; i++) runs.push(await round(rig, people));
  return medians(runs);
};

export const fanOut = async (rig: Rig): Promise<Result> => {
  const rows: string[][] = [];
  const bars: NonNullable<Result["bars"]>[number][] = [];
  for (const people of PEOPLE) {
    const at = await compare(rig, people);
    rig.say(`fan-out, ${people}: ${JSON.stringify(at)}`);
    rows.push([
      whole(people),
      whole(at.raw),
      whole(at.ours),
      whole(at.usual),
      ratio(at.ofRaw),
      ratio(at.timesUsual),
      whole(at.lost),
    ]);
    bars.push(
      { label: `Ordskifte, ${people} subscribers`, value: at.ofRaw * 100, unit: "% of raw", isOurs: true },
      {
        label: `usual stack, ${people} subscribers`,
        value: (at.usual / at.raw) * 100,
        unit: "% of raw",
        isOurs: false,
      },
    );
  }
  return {
    title: "1. Fan-out of one board at saturation, no coalescing",
    about:
      "Delivered messages a second. Each change is presented, executed, serialised and framed on its own; the changes are made in the server's process, as the other contenders make theirs, so this is the fan-out alone. The raw broadcast sends a frame of ours, as it is. `Lost` counts messages that were published and did not come.",
    columns: ["subscribers", "raw", "Ordskifte", "usual stack", "of raw", "× usual", "lost"],
    rows,
    bars,
  };
};
