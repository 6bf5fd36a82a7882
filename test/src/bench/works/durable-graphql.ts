import { Caller, inSteps, type Operation } from "../rig/caller.js";
import { BODY, startOurs, startUsual, type Speaking, type Rig } from "../rig/contest.js";
import { Posts } from "../rig/posts.js";
import { atLeast } from "../rig/goals.js";
import { medians, ratio, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";

const CLIENTS = 64;
const WARM_MS = 1_500;
const FOR_MS = 4_000;

/** Resolves with the answer as it came. */
type Write = (place: number) => Promise<string>;

const operationFor = ({ people, post }: Speaking, place: number): Operation =>
  post((people[place] as Speaking["people"][number]).boardId, BODY);

const overHttp = (contender: Speaking): Write => {
  const callers = contender.people.map(({ token }) => new Posts(contender.port, token));
  return (place) => (callers[place] as Posts).ask(operationFor(contender, place));
};

const overSocket = async (contender: Speaking): Promise<Write> => {
  const callers = await inSteps(contender.people, 50, ({ token }) => Caller.connect(contender.port, token));
  return (place) => (callers[place] as Caller).askForText(operationFor(contender, place));
};

const stands = (answer: string): boolean => /"(BoardWritten|Card)"/.test(answer);

/** Acknowledged writes a second. */
const rate = async (write: Write, forMs: number): Promise<number> => {
  let written = 0;
  const began = performance.now();
  const client = async (_: unknown, place: number): Promise<void> => {
    while (performance.now() - began < forMs) {
      const answer = await write(place);
      if (!stands(answer)) throw new Error(`Not written: ${answer.slice(0, 300)}`);
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return written / ((performance.now() - began) / 1_000);
};

const measure = async (contender: Speaking, scale: number) => {
  const http = overHttp(contender);
  const socket = await overSocket(contender);
  await rate(http, WARM_MS * scale);
  const byHttp = await rate(http, FOR_MS * scale);
  await rate(socket, WARM_MS * scale);
  const askedBefore = await contender.child.call<number>("statements");
  const cpuBefore = contender.child.cpuMs;
  const bySocket = await rate(socket, FOR_MS * scale);
  const core = (contender.child.cpuMs - cpuBefore) / (FOR_MS * scale);
  const asked = (await contender.child.call<number>("statements")) - askedBefore;
  await contender.child.stop();
  const statements = asked / (bySocket * ((FOR_MS * scale) / 1_000));
  return { http: byHttp, socket: bySocket, core: core * 100, statements };
};

const round = async (rig: Rig) => {
  const hall = { people: CLIENTS, boards: 1 };
  const ours = await measure(await startOurs(rig, hall), rig.scale);
  const usual = await measure(await startUsual(rig, hall), rig.scale);
  return {
    oursHttp: ours.http,
    oursSocket: ours.socket,
    oursCore: ours.core,
    oursStatements: ours.statements,
    usualHttp: usual.http,
    usualSocket: usual.socket,
    usualCore: usual.core,
    usualStatements: usual.statements,
  };
};

export const durableGraphql = async (rig: Rig): Promise<Result> => {
  const runs: Awaited<ReturnType<typeof round>>[] = [];
  for (let i = 0; i < rig.repetitions; i++) runs.push(await round(rig));
  const at = medians(runs);
  const row = (name: string, http: number, socket: number, core: number, statements: number): string[] => [
    name,
    whole(http),
    whole(socket),
    ratio(socket / http),
    `${whole(core)} %`,
    ratio(statements),
  ];
  return {
    title: `4b. Durable writes on one board through GraphQL, ${CLIENTS} people writing at once`,
    about:
      "Acknowledged posts a second. Ours reads the caller's session, standing and seat for each, writes card, log entry and receipt, and answers with the card as the caller sees it. `core` is the server process's share of one core over the socket; `statements` are what the server asks of Postgres for each post over the socket, BEGIN and COMMIT included; what is left goes to waiting for Postgres, which shares the machine.",
    goals: [
      atLeast("Times the usual stack, over HTTP", at.oursHttp / at.usualHttp, 5),
      atLeast("Times the usual stack, over the socket", at.oursSocket / at.usualSocket, 5),
      atLeast("Socket : HTTP", at.oursSocket / at.oursHttp, 2.5),
    ],
    columns: ["contender", "HTTP", "socket", "socket : HTTP", "core", "statements"],
    rows: [
      row("Ordskifte", at.oursHttp, at.oursSocket, at.oursCore, at.oursStatements),
      row("usual stack", at.usualHttp, at.usualSocket, at.usualCore, at.usualStatements),
      ["×", ratio(at.oursHttp / at.usualHttp), ratio(at.oursSocket / at.usualSocket), "", "", ""],
    ],
  };
};
