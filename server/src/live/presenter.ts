import type { Queryable } from "../database/pool.js";

/** For whom something is presented. */
export interface Viewer {
  readonly personId: string;
  readonly participantId: string | null;
  readonly mayLead: boolean;
  /** What the subscriber asked to hear about; a presenter without a part is always heard. */
  readonly parts: readonly string[];
}

/** What things of a kind are known by; a presenter of the kind loads such facts. */
export interface Kind<Fact> {
  readonly kind: string;
  /** Never there: it ties the name to what is known. */
  readonly fact?: Fact;
}

export const kindOf = <Fact>(kind: string): Kind<Fact> => ({ kind });

/**
 * How one kind of thing is read and shown. `load` sees the present state only; what a viewer may not see must not be in
 * what `present` returns (FEED6).
 */
export interface Presenter<Fact, Change> {
  readonly kind: string;
  readonly part?: string;
  /** The present state of these things; those that do not exist are left out. */
  load(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Fact>>;
  /** People who see this thing in a way of their own. */
  ownersOf?(fact: Fact): readonly string[];
  /** Only its owners learn that there is such a thing. */
  readonly forOwnersAlone?: true;
  /** People to whom this thing looks different than to the others, and to all of them the same. */
  insidersOf?(fact: Fact): readonly string[];
  /** The person who must hear nothing more once this is so. */
  excludes?(fact: Fact): string | null;
  /** Nothing for what this viewer must not learn of. `fact` is undefined where the thing is no longer there. */
  present(id: string, fact: Fact | undefined, viewer: Viewer): readonly Change[];
}

export type Presenters = ReadonlyMap<string, Presenter<unknown, unknown>>;

export const presentersOf = (...presenters: readonly Presenter<unknown, unknown>[]): Presenters =>
  new Map(presenters.map((presenter) => [presenter.kind, presenter]));
