import type { Pool } from "pg";
import type { DataSource } from "typeorm";
import type { Lookup } from "../database/lookup.js";
import type { Actor } from "../identity/actor.js";
import type { Identity } from "../identity/identity.js";
import type { Clock } from "../kernel/clock.js";
import { unauthenticated } from "../kernel/errors.js";
import type { GuessGuard } from "../kernel/guess-guard.js";
import type { WriteLimit } from "../kernel/write-limit.js";
import type { Commit } from "../live/commit.js";
import type { Bus } from "../bus/bus.js";
import type { Feed } from "../live/feed.js";
import type { Presence } from "../live/presence.js";
import type { Tx } from "../live/tx.js";

/** Somebody at a gathering, as far as other modules need to know. */
export interface Attendee {
  readonly id: string;
  readonly gatheringId: string;
  readonly unitId: string;
  readonly people: number;
  /** Set once they have been removed. */
  readonly removedAt: Date | null;
}

/**
 * What a module does when somebody has joined, joined again with another name, unit or number of people, or been
 * removed: in the same transaction, after the participant's row was written, with the gathering's stream locked.
 * `before` is null for somebody who was not there.
 */
export type AttendanceHook = (tx: Tx, attendee: Attendee, before: Attendee | null) => Promise<void>;

/** What the modules stand on; made once by the composition root. */
export interface App {
  readonly commit: Commit;
  readonly feed: Feed;
  /** For what follows many streams at a glance; whoever needs every change follows the feed. */
  readonly hints: Pick<Bus, "subscribe">;
  readonly presence: Presence;
  /** For lean reads of screens. */
  readonly pool: Pool;
  /** For reads by the ORM. */
  readonly source: DataSource;
  readonly lookup: Lookup;
  readonly clock: Clock;
  readonly identity: Identity;
  /** Stops those who try join codes at random. */
  readonly guesses: GuessGuard;
  /** Stops those who write without end. */
  readonly writes: WriteLimit;
  /** Run, in this order, by every command that changes who is there. */
  readonly attendance: readonly AttendanceHook[];
}

/** What one operation knows. */
export interface Context {
  readonly app: App;
  /** Who is calling; from the moment a session is started, the person it was started for. */
  actor: Actor | null;
  /** Where the call comes from, for `app.guesses` alone; never stored or logged. */
  readonly address: string;
  /** The address by which the caller reached us, without a slash at the end; for links that are handed to them. */
  readonly baseUrl: string;
  /**
   * Throws BAD_INPUT on a socket, which cannot set cookies, unless a token is wanted. Ask it before making or using up
   * anything for the sake of a session.
   */
  checkSession(wantsToken: boolean): void;
  /** Starts a session for a person: as a cookie of this answer (null), or as a token where one was asked for. */
  startSession(personId: string, wantsToken: boolean): Promise<string | null>;
  /** Ends the caller's session, forgets the cookie, and closes the session's sockets. */
  endSession(): Promise<void>;
}

/** Throws UNAUTHENTICATED for a caller who is nobody. */
export const actorOf = (context: Context): Actor => {
  if (!context.actor) throw unauthenticated();
  return context.actor;
};
