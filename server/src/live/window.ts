import type { Queryable } from "../database/pool.js";
import { changedSince, type StreamState } from "./log.js";
import type { Presenter, Presenters, Viewer } from "./presenter.js";
import { formatCursor, type FeedEvent, type Ref, type Step } from "./vocabulary.js";

type Frame = Extract<FeedEvent<unknown>, { type: "frame" }>;

interface Change {
  readonly ref: Ref;
  readonly presenter: Presenter<unknown, unknown>;
  readonly fact: unknown;
}

/** One and the same text for all who have it in common, which is told apart by its address alone. */
const crowds = new Map<string, string>();

/** What a viewer has in common with others for as long as they listen. There are only so many. */
export const crowdOf = (viewer: Viewer): string => {
  const crowd = `${viewer.mayLead ? "leader" : "room"}/${[...viewer.parts].sort().join("+")}`;
  const known = crowds.get(crowd);
  if (known !== undefined) return known;
  crowds.set(crowd, crowd);
  return crowd;
};

/** What happened in a stream from one sequence number to another, with each thing's present state; shown to many. */
export class Window {
  /** By person, the places of what they alone see; nothing for those who own only what others see too. */
  private readonly owners = new Map<string, number[]>();
  /** The places of what concerns more than its owners: a storm has thousands of ballots, and one of each person's. */
  private readonly common: number[] = [];
  /** By person, the things in this window that they see as insiders. */
  private readonly inside = new Map<string, string>();
  private readonly excluded = new Set<string>();
  private readonly frames = new Map<string, Frame>();

  constructor(
    readonly from: number,
    readonly to: number,
    private readonly changes: readonly Change[],
  ) {
    for (const [place, { presenter, fact }] of changes.entries()) {
      if (!presenter.forOwnersAlone) this.common.push(place);
      if (fact !== undefined) this.note(presenter, fact, place);
    }
  }

  /** FEED6: whether this viewer may still hear anything at all. Those who lead stay. */
  admits(viewer: Viewer): boolean {
    return viewer.mayLead || !this.excluded.has(viewer.personId);
  }

  /**
   * The same object for all viewers of an audience, so that whoever turns it into bytes can do so once (FEED7). Somebody
   * who owns a thing in this window is their own audience; insiders of the same things are one.
   */
  frameFor(viewer: Viewer, epoch: number, crowd = crowdOf(viewer)): Frame {
    const audience = this.audienceOf(viewer, crowd);
    const known = this.frames.get(audience);
    if (known) return known;
    const frame: Frame = {
      type: "frame",
      cursor: formatCursor({ epoch, seq: this.to }),
      changes: this.present(viewer),
    };
    this.frames.set(audience, frame);
    return frame;
  }

  /** Those who lead see all of it from outside. */
  private audienceOf({ personId, mayLead }: Viewer, crowd: string): string {
    if (this.owners.has(personId)) return `${crowd}/${personId}`;
    const inside = mayLead ? undefined : this.inside.get(personId);
    return inside === undefined ? crowd : `${crowd}/in${inside}`;
  }

  private present(viewer: Viewer): readonly unknown[] {
    return this.placesFor(viewer).flatMap((place) => {
      const { ref, presenter, fact } = this.changes[place] as Change;
      const isHeard = !presenter.part || viewer.parts.includes(presenter.part);
      return isHeard ? presenter.present(ref[1], fact, viewer) : [];
    });
  }

  private placesFor({ personId }: Viewer): readonly number[] {
    const own = this.owners.get(personId) ?? [];
    return own.length === 0 ? this.common : [...this.common, ...own].sort((a, b) => a - b);
  }

  private note(presenter: Presenter<unknown, unknown>, fact: unknown, place: number): void {
    for (const owner of presenter.ownersOf?.(fact) ?? []) this.own(owner, presenter, place);
    for (const insider of presenter.insidersOf?.(fact) ?? [])
      this.inside.set(insider, `${this.inside.get(insider) ?? ""}.${place}`);
    const excluded = presenter.excludes?.(fact);
    if (excluded) this.excluded.add(excluded);
  }

  private own(owner: string, { forOwnersAlone }: Presenter<unknown, unknown>, place: number): void {
    const places = this.owners.get(owner) ?? [];
    this.owners.set(owner, places);
    if (forOwnersAlone) places.push(place);
  }
}

const byKind = (refs: readonly Ref[]): Map<string, string[]> => {
  const ids = new Map<string, string[]>();
  for (const [kind, id] of refs) ids.set(kind, [...(ids.get(kind) ?? []), id]);
  return ids;
};

/** FEED10: a window made of what the commands themselves have shown, or null where one of its things has to be read. */
export const shownWindow = (presenters: Presenters, { epoch, from, to, changes }: Step): Window | null => {
  const heard = [...changes.values()].filter(({ ref: [kind] }) => presenters.has(kind));
  if (!heard.every(({ fact }) => fact !== null)) return null;
  const made = heard.map(({ ref, fact }) => ({
    ref,
    presenter: presenters.get(ref[0]) as Presenter<unknown, unknown>,
    fact: fact?.({ epoch, seq: to }),
  }));
  return new Window(from, to, made);
};

/** Reads a window within the caller's snapshot: the log and the things it names at one and the same instant (FEED5). */
export const readWindow = async (
  db: Queryable,
  presenters: Presenters,
  stream: StreamState,
  from: number,
): Promise<Window> => {
  const refs = (await changedSince(db, stream.id, from)).filter(([kind]) => presenters.has(kind));
  const facts = new Map<string, ReadonlyMap<string, unknown>>();
  for (const [kind, ids] of byKind(refs))
    facts.set(kind, await (presenters.get(kind) as Presenter<unknown, unknown>).load(db, ids));
  const changes = refs.map((ref) => ({
    ref,
    presenter: presenters.get(ref[0]) as Presenter<unknown, unknown>,
    fact: facts.get(ref[0])?.get(ref[1]),
  }));
  return new Window(from, stream.head, changes);
};
