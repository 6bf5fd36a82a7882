import type { MigrationInterface, QueryRunner } from "typeorm";

/** Opening silent writing can be taken back, and whoever saw the cards hears that they are gone. */
export class OpenedCards1763890000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "contribution" ADD "opened_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
