import { sequenceOf } from "../chaos/history.js";
import { randomFrom, pick } from "../chaos/random.js";
import { codeOf, documentOf, type Fields, isRefusal } from "../house/api.js";
import { Hall, type People, type Somebody } from "../house/hall.js";
import { cardCommands } from "./card-commands.js";
import { gatheringCommands } from "./gathering-commands.js";
import { peopleCommands } from "./people-commands.js";
import { plenaryCommands } from "./plenary-commands.js";
import { Dice, freshId, Scene, type Drawn } from "./scene.js";
import { look, type StreamName } from "./screen.js";
import { Watch } from "./watch.js";

/** One command of a history, with chance of its own: so it is drawn alike when others are left out. */
export interface Step {
  readonly command: string;
  readonly seed: number;
}

export interface Played {
  /** What differed, a line each; empty where nothing did. */
  readonly differences: readonly string[];
  /** What was sent and what came of it, a line each. */
  readonly log: readonly string[];
  /** How often each command stood. */
  readonly stood: ReadonlyMap<string, number>;
}

/** Every command that moves a followed stream. */
export const commands = { ...cardCommands, ...gatheringCommands, ...peopleCommands, ...plenaryCommands };
const OFTEN = [
  "postContribution",
  "editContribution",
  "castBallot",
  "join",
  "hideContribution",
  "mergeIdeas",
  "editItem",
  "markAnswer",
  "unmergeIdea",
  "takeHome",
  "sendToPlenary",
  "takeFromPlenary",
  "closeRound",
  "revealRound",
];
const NAMES = [...Object.keys(commands), ...OFTEN, ...OFTEN];
/** What the others need to have something to work upon. */
const FIRST = [...Array.from({ length: 10 }, () => "postContribution"), "addItem", "openRound"];
/** Everything is compared after so many commands, and at the end. */
const COMPARE_EVERY = 24;

const shuffled = <T>(random: () => number, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Each command of `among` comes once, in any order; what is left of the length is drawn, some oftener than others. */
export const drawHistory = (
  seed: number,
  length: number,
  among: readonly string[] = Object.keys(commands),
): Step[] => {
  const random = randomFrom(seed);
  const each = [...FIRST, ...shuffled(random, among)];
  return Array.from({ length }, (_, i) => {
    const command = each[i] ?? pick(random, NAMES);
    return { command, seed: Math.floor(random() * 2 ** 31) };
  });
};

class Play {
  readonly log: string[] = [];
  readonly stood = new Map<string, number>();
  private readonly watches: Watch[] = [];
  private readonly leaver: Watch;
  private readonly streams: StreamName[];
  private leaverIsGone = false;
  private marks = 0;

  constructor(
    private readonly scene: Scene,
    private readonly stranger: Somebody,
  ) {
    const { hall } = scene;
    this.streams = [
      { feed: "gathering", id: hall.id },
      { feed: "board", id: hall.boardId },
      { feed: "board", id: hall.otherBoardId },
    ];
    for (const name of ["leader", "author", "peer", "elsewhere"])
      this.watches.push(new Watch(name, scene.whoIs(name)));
    this.leaver = new Watch("leaver", scene.whoIs("leaver"));
  }

  async run(steps: readonly Step[]): Promise<string[]> {
    for (const watch of [...this.watches, this.leaver]) await watch.open(this.streams);
    for (const [i, step] of steps.entries()) {
      const found = await this.take(step);
      if (found.length > 0) return found;
      if ((i + 1) % COMPARE_EVERY !== 0) continue;
      const differences = await this.compare();
      if (differences.length > 0) return differences;
    }
    return this.compare();
  }

  async close(): Promise<void> {
    await Promise.all([...this.watches, this.leaver].map((watch) => watch.close()));
  }

  private async take({ command, seed }: Step): Promise<string[]> {
    const dice = new Dice(randomFrom(seed));
    // Little can be done while it is not live: it does not stay so for long.
    const name = this.scene.isLive || dice.chance(0.6) ? command : "changeState";
    const drawn = (await commands[name]?.(this.scene, dice)) ?? null;
    if (drawn) await this.send(name, drawn);
    if (dice.chance(0.15)) await dice.one(this.watches).keepOne((from) => dice.one(from));
    return this.scene.removed.has("leaver") && !this.leaverIsGone ? this.seeOff() : [];
  }

  private async send(command: string, { by, input, selection = "", remember }: Drawn): Promise<void> {
    const { scene } = this;
    // Whoever comes for the first time has no session yet.
    const api = command === "join" && !scene.people.has(by) ? scene.hall.lead.as("") : scene.whoIs(by).api;
    const document = documentOf("Mutation", command, selection);
    const answered = await api.ask(document, { input: { clientMutationId: freshId(), ...input } });
    const done = answered.data?.["done"] as (Fields & { __typename: string }) | undefined;
    const outcome = codeOf(answered) ?? done?.__typename ?? "nothing";
    this.log.push(`${by}: ${command} ${JSON.stringify(input)} -> ${outcome}`);
    if (!done || answered.errors || isRefusal(done.__typename)) return;
    this.stood.set(command, (this.stood.get(command) ?? 0) + 1);
    await remember?.(done, scene);
  }

  /** Right after the removal, when it is the last thing that happened everywhere. */
  private async seeOff(): Promise<string[]> {
    this.leaverIsGone = true;
    const heads = new Map<string, number>();
    for (const stream of this.streams) {
      const head = await this.headOf(stream);
      if (head !== null) heads.set(stream.id, head);
    }
    return this.leaver.compareGone(heads);
  }

  /** Null for a board that is not there any more. */
  private async headOf(stream: StreamName): Promise<number | null> {
    const still = await look(this.scene.hall.lead, stream);
    if (typeof still !== "string") return sequenceOf(still.cursor);
    if (isGone(stream, still)) return null;
    throw new Error(`${stream.feed}: ${still}`);
  }

  private async compare(): Promise<string[]> {
    await this.mark();
    const all = this.leaverIsGone ? this.watches : [...this.watches, this.leaver];
    const gone = await this.boardsGone();
    const found = (await Promise.all(all.map((watch) => watch.compare(gone)))).flat();
    for (const stream of this.streams) {
      const seen = await look(this.stranger.api, stream);
      if (seen !== "NOT_FOUND") found.push(`a stranger sees the ${stream.feed}`);
    }
    return found;
  }

  private async boardsGone(): Promise<ReadonlySet<string>> {
    const gone = new Set<string>();
    for (const stream of this.streams) if ((await this.headOf(stream)) === null) gone.add(stream.id);
    return gone;
  }

  /** The last word on each stream is one that everybody hears: so all can be followed until it is there. */
  private async mark(): Promise<void> {
    const { hall } = this.scene;
    for (const stream of this.streams) if (stream.feed === "board") await this.markBoard(stream);
    await hall.lead.act("editGathering", { gatheringId: hall.id, title: `Etter ${++this.marks}` });
  }

  private async markBoard(stream: StreamName): Promise<void> {
    const { lead } = this.scene.hall;
    const still = await look(lead, stream);
    if (typeof still === "string") {
      if (isGone(stream, still)) return;
      throw new Error(`${stream.feed}: ${still}`);
    }
    const frozen = still.picture.values["frozen"] === true;
    for (const value of [!frozen, frozen])
      await lead.act("freezeBoard", { boardId: stream.id, frozen: value });
  }
}

/** A board that nobody has written on goes when groups are made and it is one too many. */
const isGone = ({ feed }: StreamName, code: string): boolean => feed === "board" && code === "NOT_FOUND";

/** Plays a history in a gathering of its own. */
export const play = async (people: People, stranger: Somebody, steps: readonly Step[]): Promise<Played> => {
  const hall = await Hall.open(people);
  const leaver = await hall.join("Sigrid");
  await hall.lead.act("seatParticipant", { participantId: leaver.participantId, groupId: hall.groupId });
  const scene = new Scene(hall, leaver);
  await scene.learnGroups();
  const played = new Play(scene, stranger);
  try {
    const differences = await played.run(steps);
    return { differences, log: played.log, stood: played.stood };
  } finally {
    await played.close();
  }
};
