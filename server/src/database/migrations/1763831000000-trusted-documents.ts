import type { MigrationInterface, QueryRunner } from "typeorm";

/** The documents of every client that may still be in use, so that nodes of two versions know both clients' ones. */
export class TrustedDocuments1763831000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "trusted_document" ("hash" text PRIMARY KEY, "text" text NOT NULL, "offered_at" timestamptz NOT NULL)`,
    );
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
