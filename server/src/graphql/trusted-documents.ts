import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { LRUCache } from "lru-cache";
import type { Queryable } from "../database/pool.js";

/** The text of each document by its SHA-256, as 64 hexadecimal digits. */
export type Manifest = ReadonlyMap<string, string>;

const HASH = /^(?:sha256:)?([0-9a-f]{64})$/;
/** Longer than any page stays open. */
const DAYS = 60;
const REMEMBERED = 2_000;
/** How long a hash that nobody knew is not asked for again: a newer node may be about to offer it. */
const UNKNOWN_MS = 2_000;

/** The 64 digits, or null where it is no hash. */
export const asHash = (value: unknown): string | null =>
  typeof value === "string" ? (HASH.exec(value)?.[1] ?? null) : null;

/** What our own client asks, as it was generated. */
export const clientManifest = (): Manifest => {
  const file = createRequire(import.meta.url).resolve("@ordskifte/schema/persisted-documents.json");
  const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return new Map(Object.entries(texts).map(([hash, text]) => [asHash(hash) ?? hash, text]));
};

/** Tells the other nodes of this one's documents, and forgets those that no node has offered for long. */
const offer = async (db: Queryable, manifest: Manifest): Promise<void> => {
  await db.query(
    `INSERT INTO trusted_document (hash, text, offered_at) SELECT h, t, now() FROM unnest($1::text[], $2::text[]) AS d(h, t)
     ORDER BY h ON CONFLICT (hash) DO UPDATE SET offered_at = excluded.offered_at`,
    [[...manifest.keys()], [...manifest.values()]],
  );
  await db.query(`DELETE FROM trusted_document WHERE offered_at < now() - make_interval(days => $1)`, [DAYS]);
};

/**
 * Documents that callers may ask for by hash: those of this version's client, and those of other versions whose nodes
 * have started here lately. So a page may be older or newer than the node that it comes to.
 */
export class TrustedDocuments {
  private readonly others = new LRUCache<string, { readonly text: string | null }>({ max: REMEMBERED });

  private constructor(
    private readonly db: Queryable,
    private readonly own: Manifest,
  ) {}

  static async open(db: Queryable, manifest: Manifest): Promise<TrustedDocuments> {
    await offer(db, manifest);
    return new TrustedDocuments(db, manifest);
  }

  /** Null where no version's client asks so. */
  async textOf(hash: string): Promise<string | null> {
    const known = this.own.get(hash) ?? this.others.get(hash)?.text;
    if (known !== undefined) return known;
    const { rows } = await this.db.query<{ text: string }>(
      "SELECT text FROM trusted_document WHERE hash = $1",
      [hash],
    );
    const text = rows[0]?.text ?? null;
    this.others.set(hash, { text }, { ttl: text === null ? UNKNOWN_MS : 0 });
    return text;
  }

  /** Whether this text, sent in full, is one of them. */
  async includes(text: string): Promise<boolean> {
    return (await this.textOf(createHash("sha256").update(text).digest("hex"))) === text;
  }
}
