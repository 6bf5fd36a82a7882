import { LRUCache } from "lru-cache";
import { type DataSource, IsNull } from "typeorm";
import type { Queryable } from "../database/pool.js";
import { oneOf } from "../database/together.js";
import type { Clock } from "../kernel/clock.js";
import { newId } from "../kernel/ids.js";
import type { Actor } from "./actor.js";
import { Person } from "./person.entity.js";
import { change, END, REVISE, type Revision } from "./revisions.js";
import { SignInLink } from "./sign-in-link.entity.js";
import { hashToken, looksLikeToken, newToken } from "./token.js";

const DAY_MS = 24 * 60 * 60_000;
/** Browsers keep no cookie longer. */
export const SESSION_DAYS = 400;
/** How long a session is believed while the watch hears of all that is done to sessions (SESSION1). */
const REMEMBER_MS = 60_000;
/** How long it is believed after the watch has last heard, or after it was read. */
const UNWATCHED_MS = 5_000;
/** Longer than a watch tells of the same revision. */
const HEARD_MS = 120_000;

export type KnownPerson = Pick<Person, "id" | "name">;

/** A session as it was read. */
interface ReadSession {
  readonly actor: Actor;
  readonly expiresAt: Date;
}

interface KnownSession extends ReadSession {
  /** When it was asked for, by `elapsed`. */
  readonly readAt: number;
}

export interface StartedSession {
  readonly token: string;
  readonly actor: Actor;
}

/** Plain statements on the ORM's connections. */
const plain = (source: DataSource): Queryable => ({
  query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    const rows = await source.query<Row[]>(text, [...values]);
    return { rows, rowCount: rows.length };
  },
});

/** Sessions and sign-in links. Tokens leave in answers only; hashes are what is stored and remembered. */
export class Identity {
  private readonly db: Queryable;
  private readonly known = new LRUCache<string, KnownSession>({ max: 20_000, ttl: REMEMBER_MS });
  private readonly heard = new LRUCache<string, true>({ max: 20_000, ttl: HEARD_MS });
  /** How often something was heard. */
  private hearings = 0;
  /** Up to when all is known that was done to sessions, by `elapsed`. */
  private watchedUntil = -Infinity;
  private readonly listeners = new Set<(revisions: readonly Revision[]) => void>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    /** A clock that never goes back, in milliseconds; the watch's. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {
    this.db = plain(dataSource);
  }

  /** The person must exist. */
  async startSession(personId: string): Promise<StartedSession> {
    const token = newToken();
    const tokenHash = hashToken(token);
    const [before, readAt, now] = [this.hearings, this.elapsed(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
    const actor = { personId, sessionId: newId() };
    // A hall comes in at once: one plain statement each, and none to find out who they are when they open the socket.
    await this.db.query(
      "INSERT INTO session (id, token_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
      [actor.sessionId, tokenHash, personId, now, expiresAt],
    );
    if (before === this.hearings) this.known.set(tokenHash.toString("hex"), { actor, expiresAt, readAt });
    return { token, actor };
  }

  /** Null for a token that is unknown, ended or too old. */
  async actorOf(token: string): Promise<Actor | null> {
    const key = this.keyOf(token);
    return key === null ? null : this.actorBy(key);
  }

  /** By what a session is looked up; null for a text that cannot be a token. Whoever asks often makes it once. */
  keyOf(token: string): string | null {
    return looksLikeToken(token) ? hashToken(token).toString("hex") : null;
  }

  /** @param key from `keyOf`. */
  async actorBy(key: string): Promise<Actor | null> {
    const known = this.known.get(key);
    if (known && this.isBelieved(known)) return known.actor;
    const found = await this.findSurely(key);
    if (found) this.known.set(key, found);
    return found?.actor ?? null;
  }

  private isBelieved({ readAt, expiresAt }: KnownSession): boolean {
    const age = this.elapsed() - Math.max(readAt, this.watchedUntil);
    return age < UNWATCHED_MS && expiresAt > this.clock.now();
  }

  /** An answer that may be older than what was heard meanwhile is asked for anew. */
  private async findSurely(key: string): Promise<KnownSession | null> {
    for (;;) {
      const before = this.hearings;
      const readAt = this.elapsed();
      const found = await this.findSession(this.db, key);
      if (before === this.hearings) return found && { ...found, readAt };
    }
  }

  /** Those who come in the same moment are looked up together: after a node's death a whole hall does. */
  private readonly findSession = oneOf<ReadSession>(async (db, hashes) => {
    const { rows } = await db.query<{ hash: string; expiresAt: Date } & Actor>(
      `SELECT encode(token_hash, 'hex') AS hash, id AS "sessionId", person_id AS "personId", expires_at AS "expiresAt"
       FROM session WHERE token_hash = ANY($1::bytea[]) AND ended_at IS NULL AND expires_at > $2`,
      [hashes.map((hash) => `\\x${hash}`), this.clock.now()],
    );
    return new Map(
      rows.map(({ hash, expiresAt, sessionId, personId }) => [
        hash,
        { actor: { sessionId, personId }, expiresAt },
      ]),
    );
  });

  /** Harmless to repeat. */
  async endSession(sessionId: string): Promise<void> {
    this.hear(await change(this.dataSource, END, "id = $1", sessionId));
  }

  /** To be called when a person may do less than before: their sockets come back, and are asked anew who they are. */
  async revise(personId: string): Promise<void> {
    this.hear(await change(this.dataSource, REVISE, "person_id = $1", personId));
  }

  /** SESSION1: what this node or another has done to sessions, each told on once. */
  readonly hear = (revisions: readonly Revision[]): void => {
    const fresh = revisions.filter(({ sessionId, at }) => !this.heard.has(`${sessionId} ${at}`));
    if (fresh.length === 0) return;
    for (const { sessionId, at } of fresh) this.heard.set(`${sessionId} ${at}`, true);
    this.hearings += 1;
    const ids = new Set(fresh.map(({ sessionId }) => sessionId));
    for (const [key, { actor }] of this.known.entries()) if (ids.has(actor.sessionId)) this.known.delete(key);
    for (const listener of this.listeners) listener(fresh);
  };

  /** What the watch found when it asked at that time: nothing else was done to sessions until then. */
  readonly watched = (revisions: readonly Revision[], askedAt: number): void => {
    this.hear(revisions);
    this.watchedUntil = askedAt;
  };

  /** Told of every session that ends or is revised, on whatever node. Returns how to stop. */
  onRevised(listener: (revisions: readonly Revision[]) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** A one-time link for a person; the token is for the link's address and is stored as a hash only. */
  async createSignInLink(personId: string, hours: number): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + hours * 60 * 60_000);
    const link = { id: newId(), tokenHash: hashToken(token), personId, expiresAt, usedAt: null };
    await this.dataSource.manager.insert(SignInLink, link);
    return { token, expiresAt };
  }

  /**
   * Uses the link up: answers whom it was for, or null where it was used before, is too old, or was never made. One
   * statement, so that of two who come at once only one gets in.
   */
  async redeemSignInLink(token: string): Promise<string | null> {
    if (!looksLikeToken(token)) return null;
    const now = this.clock.now();
    const used = await this.dataSource
      .createQueryBuilder()
      .update(SignInLink)
      .set({ usedAt: now })
      .where("token_hash = :hash AND used_at IS NULL AND expires_at > :now", { hash: hashToken(token), now })
      .returning("person_id")
      .execute();
    const [row] = used.raw as { person_id: string }[];
    return row?.person_id ?? null;
  }

  /** Leaves nothing of a person but that there was one: no name, no session, no link, no receipt. Harmless to repeat. */
  async erase(personId: string): Promise<void> {
    const erasedAt = this.clock.now();
    const ended = await this.dataSource.transaction(async (tx) => {
      await tx.update(Person, { id: personId, erasedAt: IsNull() }, { name: "", erasedAt });
      await tx.delete(SignInLink, { personId });
      await tx.query("DELETE FROM receipt WHERE person_id = $1", [personId]);
      // Last, so that little time lies between what is stamped and what can be seen.
      return change(tx, END, "person_id = $1", personId);
    });
    this.hear(ended);
  }

  /** Null where there is no such person, or they asked to be forgotten. */
  person(personId: string): Promise<KnownPerson | null> {
    return this.findPerson(this.db, personId);
  }

  private readonly findPerson = oneOf<KnownPerson>(async (db, ids) => {
    const { rows } = await db.query<KnownPerson>(
      "SELECT id, name FROM person WHERE id = ANY($1::uuid[]) AND erased_at IS NULL",
      [ids],
    );
    return new Map(rows.map((person) => [person.id, person]));
  });
}
