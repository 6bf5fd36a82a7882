import { randomUUID } from "node:crypto";
import { Caller, type Operation } from "../rig/caller.js";
import { startOurs, type Ours, type Rig } from "../rig/contest.js";
import { operationNamed } from "../rig/documents.js";
import { atMost } from "../rig/goals.js";
import { medians, ms, pause, percentile, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";

const PEOPLE = 1_000;
const FOR_MS = 10_000;
/** Who comes in before, while nothing is measured. */
const EARLY = 300;
const EARLY_FOR_MS = 6_000;

const PICTURE = operationNamed("GatheringSnapshot");
const FEED = operationNamed("GatheringFeed");
const JOIN = `mutation ($input: JoinInput!) { result: join(input: $input) { __typename ... on Joined { token } ... on Refusal { message } } }`;

interface Joined {
  readonly data: { readonly result: { readonly __typename: string; readonly token: string } };
}

const joinAs = ({ told }: Ours, place: number): Operation => ({
  query: JOIN,
  variables: {
    input: {
      clientMutationId: randomUUID(),
      code: told.joinCode,
      name: `Gjest ${place}`,
      unitId: told.unitId,
      people: 1,
      wantsToken: true,
    },
  },
});

const overHttp = async (port: number, operation: Operation): Promise<unknown> => {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(operation),
  });
  return answer.json();
};

/** As a phone does it: join, open the socket, fetch the picture, follow from there. */
const come = async (
  ours: Ours,
  place: number,
): Promise<{ tookMs: number; caller: Caller; pictureBytes: number }> => {
  const began = performance.now();
  const joined = (await overHttp(ours.port, joinAs(ours, place))) as Joined;
  const caller = await Caller.connect(ours.port, joined.data.result.token);
  const before = caller.wire.bytes;
  const { gatheringId } = ours.told;
  const answer = (await caller.ask(PICTURE({ id: gatheringId }))) as {
    data: { gathering: { cursor: string } };
  };
  const pictureBytes = caller.wire.bytes - before;
  const tookMs = performance.now() - began;
  const { cursor } = answer.data.gathering;
  caller.follow(FEED({ gatheringId, cursor, parts: ["PROGRAMME", "GROUPS", "VOTING"] }));
  return { tookMs, caller, pictureBytes };
};

/** So many come evenly within so long; resolves when all are there. */
const comeAll = async (ours: Ours, people: number, withinMs: number) => {
  const began = performance.now();
  const coming: ReturnType<typeof come>[] = [];
  for (let i = 0; i < people; i++) {
    const due = began + (i * withinMs) / people - performance.now();
    if (due > 0) await pause(due);
    coming.push(come(ours, i));
  }
  return Promise.all(coming);
};

const measure = async (rig: Rig) => {
  const people = Math.round(PEOPLE * rig.scale);
  // Two at each board already: nobody is sent to sit alone, so a hall of empty groups would fill one of them only.
  const ours = await startOurs(rig, { people: 40, boards: 20 });
  const early = await comeAll(ours, EARLY, EARLY_FOR_MS);
  for (const { caller } of early) caller.wire.end();
  await pause(500);
  const began = performance.now();
  const cpuBefore = ours.child.cpuMs;
  const all = await comeAll(ours, people, FOR_MS * rig.scale);
  const core = (ours.child.cpuMs - cpuBefore) / (performance.now() - began);
  await pause(300);
  const bytes = all.map(({ caller }) => caller.wire.bytes);
  for (const { caller } of all) caller.wire.end();
  await ours.child.stop();
  const took = all.map(({ tookMs }) => tookMs);
  const tenth = Math.ceil(all.length / 10);
  return {
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    first: percentile(took.slice(0, tenth), 0.5),
    last: percentile(took.slice(-tenth), 0.5),
    core: core * 100,
    picture: percentile(
      all.map(({ pictureBytes }) => pictureBytes),
      0.5,
    ),
    bytes: percentile(bytes, 0.5),
  };
};

export const joinStorm = async (rig: Rig): Promise<Result> => {
  const runs: Awaited<ReturnType<typeof measure>>[] = [];
  for (let i = 0; i < rig.repetitions; i++) runs.push(await measure(rig));
  const at = medians(runs);
  return {
    title: `6. Join storm: ${whole(PEOPLE * rig.scale)} joins in 10 seconds`,
    about:
      "Milliseconds from pressing the button to the first full picture: join over HTTP, socket, session, snapshot of the gathering; everybody stays and follows. Three hundred have come and gone before. `First` and `last` are the medians of the first and the last tenth who came: they differ as much as cost grows with those present. Bytes a person are the median of all that came over the socket while it lasted.",
    goals: [atMost("p99", at.p99, 500, " ms")],
    columns: ["p50", "p99", "first", "last", "core", "picture", "bytes a person"],
    rows: [
      [
        ms(at.p50),
        ms(at.p99),
        ms(at.first),
        ms(at.last),
        `${whole(at.core)} %`,
        whole(at.picture),
        whole(at.bytes),
      ],
    ],
  };
};
