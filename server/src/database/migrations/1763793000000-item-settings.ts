import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a leader says of a programme item besides what it is: where, when, whether it may be challenged, and how it is voted. */
export class ItemSettings1763793000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "programme_item" ADD "at_home" boolean NOT NULL DEFAULT false,
         ADD "due_at" TIMESTAMP WITH TIME ZONE, ADD "starts_at" TIMESTAMP WITH TIME ZONE,
         ADD "critique" boolean NOT NULL DEFAULT true, ADD "phases" jsonb, ADD "vote" jsonb`,
    );
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
