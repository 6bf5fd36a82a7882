import { codeOf } from "../house/api.js";
import { Hall, type Participant, type People } from "../house/hall.js";
import { sequenceOf } from "../chaos/history.js";
import { type Message, RawSocket } from "./raw.js";

const FEEDS = {
  gatheringFeed: `subscription ($id: ID!, $cursor: Cursor) {
    gatheringFeed(gatheringId: $id, cursor: $cursor) { ... on GatheringFrame { cursor changes { __typename } } }
  }`,
  boardFeed: `subscription ($id: ID!, $cursor: Cursor) {
    boardFeed(boardId: $id, cursor: $cursor) { ... on BoardFrame { cursor changes { __typename } } }
  }`,
};
type Feed = keyof typeof FEEDS;

/** Somebody who follows the gathering and the board, and is taken out. */
class Leaver {
  private readonly last = new Map<string, number>();
  private readonly ended = new Map<string, string>();
  private whenEnded: () => void = () => undefined;
  private raw: RawSocket | null = null;

  constructor(
    readonly who: Participant,
    private readonly hall: Hall,
  ) {}

  async begin(cursors: Readonly<Record<Feed, string>>): Promise<void> {
    this.raw = await RawSocket.open(this.who, (message) => this.take(message));
    const ids = { gatheringFeed: this.hall.id, boardFeed: this.hall.boardId };
    for (const feed of ["gatheringFeed", "boardFeed"] as const)
      this.raw.follow(feed, FEEDS[feed], { id: ids[feed], cursor: cursors[feed] });
  }

  /** Both feeds end by the removal, however long it takes. */
  async hearsTheEnd(): Promise<void> {
    while (this.ended.size < 2) await new Promise<void>((resolve) => (this.whenEnded = resolve));
  }

  /** What should not have come, one line each. */
  faults(heads: Readonly<Record<Feed, number>>): string[] {
    return (["gatheringFeed", "boardFeed"] as const).flatMap((feed) => {
      const [last, end] = [this.last.get(feed) ?? 0, this.ended.get(feed)];
      const late = last >= heads[feed] ? [`${feed}: heard ${last} of a removal at ${heads[feed]}`] : [];
      return end === "complete" ? late : [...late, `${feed}: ended with ${end}`];
    });
  }

  close(): void {
    this.raw?.close();
  }

  private take({ id = "", type, payload }: Message): void {
    const frame = payload?.data?.[id] as { cursor: string } | undefined;
    // What comes after the end is held against it, too.
    if (frame) this.last.set(id, this.ended.has(id) ? Number.POSITIVE_INFINITY : sequenceOf(frame.cursor));
    if (type === "complete" || type === "error") this.ended.set(id, type);
    this.whenEnded();
  }
}

const cursorsOf = async ({ lead, id, boardId }: Hall): Promise<Record<Feed, string>> => {
  const query =
    "query ($id: ID!, $boardId: ID!) { gathering(id: $id) { cursor } board(id: $boardId) { cursor } }";
  const answered = await lead.ask(query, { id, boardId });
  if (answered.errors) throw new Error(codeOf(answered));
  const { gathering, board } = answered.data as Record<"gathering" | "board", { cursor: string }>;
  return { gatheringFeed: gathering.cursor, boardFeed: board.cursor };
};

/** Takes one out between cards that are written at the same moment; answers where the streams stood just after. */
const remove = async (hall: Hall, { who }: Leaver): Promise<Record<Feed, number>> => {
  const removal = hall.lead.act<{ cursor: string }>(
    "removeParticipant",
    { participantId: who.participantId },
    "... on GatheringWritten { cursor }",
  );
  const [{ cursor }] = await Promise.all([removal, post(hall)]);
  const { boardFeed } = await cursorsOf(hall);
  await post(hall);
  // The card that came together with the removal may stand on either side of it.
  return { gatheringFeed: sequenceOf(cursor), boardFeed: sequenceOf(boardFeed) };
};

const post = (hall: Hall): Promise<string> => hall.post(hall.author, { kind: "REFLECTION", body: "Midt i." });

const TOGETHER = 20;

const arrive = async (hall: Hall, count: number): Promise<Leaver[]> => {
  const all: Leaver[] = [];
  while (all.length < count) {
    const lot = Array.from({ length: Math.min(TOGETHER, count - all.length) }, (_, i) =>
      hall.join(`Gjest ${all.length + i}`),
    );
    all.push(...(await Promise.all(lot)).map((who) => new Leaver(who, hall)));
  }
  return all;
};

/** FEED6: so many are taken out, one after the other, while cards are written. What anybody heard too late, a line each. */
export const removeMany = async (people: People, count: number): Promise<string[]> => {
  const hall = await Hall.open(people);
  const leavers = await arrive(hall, count);
  const cursors = await cursorsOf(hall);
  for (const leaver of leavers) await leaver.begin(cursors);
  const heads: Record<Feed, number>[] = [];
  for (const leaver of leavers) heads.push(await remove(hall, leaver));
  for (const leaver of leavers) await leaver.hearsTheEnd();
  await post(hall);
  const faults = leavers.flatMap((leaver, i) =>
    leaver.faults(heads[i] as Record<Feed, number>).map((line) => `${i}: ${line}`),
  );
  for (const leaver of leavers) leaver.close();
  return faults;
};
