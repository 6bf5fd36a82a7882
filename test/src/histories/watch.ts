import type { Client } from "graphql-ws";
import { sequenceOf } from "../chaos/history.js";
import type { Somebody } from "../house/hall.js";
import { look, Screen, type Still, type StreamName } from "./screen.js";

interface Followed {
  readonly stream: StreamName;
  live: Screen;
  /** Pictures that lie about, for later. */
  readonly stale: Still[];
}

const MOST_STALE = 4;

/** Somebody of one audience who has the gathering and its boards on screens, and old pictures of each. */
export class Watch {
  private readonly client: Client;
  private readonly followed: Followed[] = [];

  constructor(
    readonly audience: string,
    private readonly who: Somebody,
  ) {
    this.client = who.api.socket();
  }

  /** Opens a screen on each. Throws where they may not. */
  async open(streams: readonly StreamName[]): Promise<void> {
    for (const stream of streams) {
      const still = await look(this.who.api, stream);
      if (typeof still === "string")
        throw new Error(`${this.audience} may not see the ${stream.feed}: ${still}`);
      this.followed.push({ stream, live: new Screen(this.client, stream, still), stale: [still] });
    }
  }

  /** Puts a picture of one of the streams by. */
  async keepOne(choose: <T>(from: readonly T[]) => T): Promise<void> {
    const { stream, stale } = choose(this.followed);
    const still = await look(this.who.api, stream);
    if (typeof still !== "string" && stale.length < MOST_STALE) stale.push(still);
  }

  /**
   * Old pictures and what came since, and the live screens, against fresh pictures. One line for each difference.
   * @param gone boards that are no more.
   */
  async compare(gone: ReadonlySet<string>): Promise<string[]> {
    const found: string[] = [];
    for (const followed of this.followed)
      found.push(
        ...(await (gone.has(followed.stream.id)
          ? this.compareBoardGone(followed)
          : this.compareOne(followed))),
      );
    return found;
  }

  /** A board that was taken away is nobody's: its feed has ended, and it is not to be found. */
  private async compareBoardGone({ stream, live }: Followed): Promise<string[]> {
    const found: string[] = [];
    await live.reaches(Number.POSITIVE_INFINITY);
    if (live.end !== "complete") found.push(this.say(stream, `a board is gone, and its feed: ${live.end}`));
    const still = await look(this.who.api, stream);
    if (still !== "NOT_FOUND") found.push(this.say(stream, "sees a board that is gone"));
    return found;
  }

  /** Whoever was taken out sees nothing and hears nothing. */
  async compareGone(heads: ReadonlyMap<string, number>): Promise<string[]> {
    const found: string[] = [];
    for (const { stream, live, stale } of this.followed) {
      const head = heads.get(stream.id);
      if (head === undefined) continue;
      await live.reaches(head);
      if (live.end !== "complete") found.push(this.say(stream, `its feed did not end: ${live.end}`));
      if (sequenceOf(live.cursor) >= head)
        found.push(this.say(stream, `heard the removal itself at ${live.cursor}`));
      const still = await look(this.who.api, stream);
      if (still !== "NOT_FOUND") found.push(this.say(stream, "sees a fresh picture"));
      const back = new Screen(this.client, stream, stale[0] as Still);
      await back.reaches(Number.POSITIVE_INFINITY);
      if (back.end !== "NOT_FOUND") found.push(this.say(stream, `came back: ${back.end}`));
    }
    return found;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private async compareOne({ stream, live, stale }: Followed): Promise<string[]> {
    const fresh = await look(this.who.api, stream);
    if (typeof fresh === "string") return [this.say(stream, `no fresh picture: ${fresh}`)];
    const found = await this.compareScreen(stream, live, fresh, "live");
    for (const still of stale.splice(0)) {
      const screen = new Screen(this.client, stream, still);
      found.push(...(await this.compareScreen(stream, screen, fresh, `from ${still.cursor}`)));
      screen.stop();
    }
    stale.push(fresh);
    return found;
  }

  private async compareScreen(
    stream: StreamName,
    screen: Screen,
    fresh: Still,
    how: string,
  ): Promise<string[]> {
    await screen.reaches(sequenceOf(fresh.cursor));
    if (screen.end !== null) return [this.say(stream, `${how}: ${screen.end}`)];
    return screen.picture.differencesFrom(fresh.picture).map((line) => this.say(stream, `${how}: ${line}`));
  }

  private say({ feed }: StreamName, what: string): string {
    return `${this.audience}, ${feed}, ${what}`;
  }
}
