import type { MigrationInterface, QueryRunner } from "typeorm";

/** Where the role may not make it, or the server has none, likeness is told by words alone. */
const TRIGRAMS = `
  DO $$ BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'pg_trgm is not there: similar ideas are found by their words alone';
  END $$`;

/** Ideas that are sent to the plenary, and votes in which each unit has one ballot. */
export class Plenary1763831000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRIGRAMS);
    await runner.query(
      `CREATE TABLE "plenary_idea" ("id" uuid NOT NULL, "gathering_id" uuid NOT NULL, "board_id" uuid NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_15a36038c57f0ab17c5a99ee5c0" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "plenary_idea_gathering" ON "plenary_idea" ("gathering_id")`);
    await runner.query(
      `ALTER TABLE "plenary_idea" ADD CONSTRAINT "FK_15a36038c57f0ab17c5a99ee5c0" FOREIGN KEY ("id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "gathering" ADD "ideas_per_group" integer NOT NULL DEFAULT '3'`);
    await runner.query(`ALTER TABLE "vote_round" ADD "per" text NOT NULL DEFAULT 'person'`);
    await runner.query(`ALTER TABLE "ballot" ADD "unit_id" uuid`);
    await runner.query(`DROP INDEX "ballot_once"`);
    await runner.query(
      `CREATE UNIQUE INDEX "ballot_once" ON "ballot" ("round_id", "participant_id", "voter") WHERE unit_id IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "ballot_of_unit" ON "ballot" ("round_id", "unit_id") WHERE unit_id IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
