import type { Pool } from "pg";
import type { DataSource } from "typeorm";
import type { Lookup } from "../database/lookup.js";
import type { Actor } from "../identity/actor.js";
import type { Clock } from "../kernel/clock.js";
import { unauthenticated } from "../kernel/errors.js";
import type { Commit } from "../live/commit.js";
import type { Feed } from "../live/feed.js";

/** What the modules stand on; made once by the composition root. */
export interface App {
  readonly commit: Commit;
  readonly feed: Feed;
  /** For lean reads of screens. */
  readonly pool: Pool;
  /** For reads by the ORM. */
  readonly source: DataSource;
  readonly lookup: Lookup;
  readonly clock: Clock;
}

/** What one operation knows. */
export interface Context {
  readonly app: App;
  readonly actor: Actor | null;
  /** Starts a session for a person: as a cookie of this answer (null), or as a token where one was asked for. */
  startSession(personId: string, wantsToken: boolean): Promise<string | null>;
  endSession(): Promise<void>;
}

/** Throws UNAUTHENTICATED for a caller who is nobody. */
export const actorOf = (context: Context): Actor => {
  if (!context.actor) throw unauthenticated();
  return context.actor;
};
